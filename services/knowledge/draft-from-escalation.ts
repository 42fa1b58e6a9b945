import { getCase } from '../cases/index.ts';
import type { Transaction } from '../engine/contracts.ts';
import { dayOf } from '../platform/clock.ts';
import { insertArticle } from './articles-store.ts';

export type EscalationAnswer = {
  title: string;
  /** Question and answer, Markdown; written so that nobody can be recognised. */
  body: string;
  process: string | null;
  elementId: string | null;
  norm: readonly string[];
  by: string;
  at: Date;
  /** The case it was asked in: out of a hidden one nothing is taken. */
  caseId?: string;
};

/** An answer that helps others becomes a draft; knowledge management or a legal specialist publishes it. Undefined for a hidden case. */
export const draftFromEscalation = async (trx: Transaction, answer: EscalationAnswer): Promise<string | undefined> => {
  if (answer.caseId && (await getCase(trx, answer.caseId)).hidden) return undefined;
  const { title, body, process, elementId, norm, by, at } = answer;
  const stand = dayOf(at).toString();
  const content = { title, body, process, elementId, norm: [...norm], stand, validUntil: null, section: null, owner: by };
  return insertArticle(trx, content, { source: 'eskalation', by, at });
};
