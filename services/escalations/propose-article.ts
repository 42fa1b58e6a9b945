import type { Transaction } from '../../db/connection.ts';
import type { CaseRow } from '../cases/index.ts';
import { draftFromEscalation } from '../knowledge/index.ts';
import { findPerson } from '../persons/index.ts';
import { anonymise } from './anonymise.ts';
import type { Escalation } from './store.ts';

type Proposal = { found: CaseRow; escalation: Escalation; answer: string; by: string; at: Date };

const MOST_OF_A_TITLE = 120;

/** "§ 7 Abs. 1 Satz 3 AufenthG" of the table's "7(1)S3". */
const inWords = (norm: string): string => `§ ${norm.replace(/\((\d+\w?)\)/, ' Abs. $1').replace(/S(\d+)$/, ' Satz $1')} AufenthG`;

/** An answer others may need becomes the draft of an article, without whoever it was about; a person reads it before it is published. */
export const proposeArticle = async (trx: Transaction, { found, escalation, answer, by, at }: Proposal): Promise<void> => {
  const person = await findPerson(trx, found.personId);
  const clean = (text: string): string => anonymise(text, person?.details ?? {}, found.facts);
  const { question, facts, norm, elementId } = escalation;
  await draftFromEscalation(trx, {
    title: clean(question).slice(0, MOST_OF_A_TITLE),
    body: [
      `## Frage\n\n${clean(question)}`,
      ...(facts ? [`## Sachverhalt\n\n${clean(facts)}`] : []),
      `## Antwort\n\n${clean(answer)}`,
    ].join('\n\n'),
    process: found.process,
    elementId,
    norm: norm && norm !== 'ANDERE' ? [inWords(norm)] : [],
    by,
    at,
    caseId: found.caseId,
  });
};
