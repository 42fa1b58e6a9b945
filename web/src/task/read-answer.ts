export type Answer = { question: string; votum: string; answer: string };

/** The fact that escalations leave behind: the question, a blank line, "Antwort (geklärt): …". Question and answer may have blank lines of their own. */
export const readAnswer = (fact: string): Answer => {
  const [, question, votum, answer] = /^([\s\S]*?)\n\nAntwort \(([^()\n]+)\): ([\s\S]*)$/.exec(fact) ?? [];
  return { question: question ?? '', votum: votum ?? '', answer: answer ?? fact };
};
