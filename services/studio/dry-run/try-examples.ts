import { canonical } from '../../engine/index.ts';
import type { ResolvedPart } from '../../engine/releases/index.ts';
import type { Ask } from './ask-tables.ts';
import type { Side } from './rule-tasks.ts';

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);

/** A release is refused when a table answers an example wrongly; whoever writes wants to know it before two people have read it. */
export const tryExamples = async (parts: readonly ResolvedPart[], { texts }: Side, ask: Ask): Promise<string[]> => {
  const examples = parts.flatMap((part) => part.vectors);
  const answers = await Promise.all(
    examples.map(async ({ name, decision, input, output }) => {
      const table = texts.get(decision);
      if (!table) return [];
      const answer = await ask(table, input);
      if (answer.kind === 'failure') return [`Das Beispiel „${name}“ scheitert: ${answer.message}`];
      if (answer.kind === 'open' || canonical(answer.output) === canonical(output)) return [];
      return [`Das Beispiel „${name}“ ergibt ${shorten(canonical(answer.output))}, erwartet wird ${shorten(canonical(output))}.`];
    }),
  );
  return answers.flat();
};
