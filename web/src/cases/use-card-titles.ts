import { useCasesTexts } from './words.ts';

/** The titles of those cards of a case that stand beside a task, too. */
export const useCardTitles = () => {
  const { waits, documents, facts, routing, history } = useCasesTexts();
  return { waits: waits.title, documents: documents.title, facts: facts.title, routing: routing.title, history: history.title };
};
