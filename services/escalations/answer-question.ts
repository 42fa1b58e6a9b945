import type { Transaction } from '../../db/connection.ts';
import { addHistory, type CaseRow, lockCase, mergeFacts, notifyCase, updateCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { answeringSection, clerkGroupOf, factsOfQuestion, type Purpose, readFact, specialistGroupOf } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { findStaff, groupLevel } from '../staff/index.ts';
import { listDone } from '../tasks/index.ts';
import { proposeArticle } from './propose-article.ts';
import { lockEscalation, updateEscalation } from './store.ts';

export const vota = ['KLAEREN', 'UEBERNEHMEN', 'ZURUECK', 'ERMESSEN'] as const;
export type Votum = (typeof vota)[number];

const WORDS: Record<Votum, string> = {
  KLAEREN: 'geklärt',
  UEBERNEHMEN: 'übernimmt den Vorgang',
  ZURUECK: 'zurück mit Hinweis',
  ERMESSEN: 'schlägt vor, Ermessen so auszuüben',
};

const ANSWERS: readonly Purpose[] = ['frage', 'zweite-stufe'];

/** Fields by which somebody asks instead of deciding. The next form must be filled neither with them nor with the question and its answer. */
const ASKING_FIELDS = ['pruefErgebnis', 'entscheidung', 'abhilfe', 'ergebnisVersagung'] as const;

/** Whoever takes a case over sees it: one who answered for another section, as the table asks, leaves it to that section's specialists. */
const newClerk = async (trx: Transaction, by: string, found: CaseRow): Promise<string | null> => {
  const member = await findStaff(trx, by);
  return member?.groups.some((group) => groupLevel(group, found) === 'full') ? by : null;
};

/** Who spoke last, at whichever level. */
const answererOf = async (trx: Transaction, caseId: string): Promise<string | undefined> => {
  const done = (await Promise.all(ANSWERS.map((purpose) => listDone(trx, caseId, purpose)))).flat();
  return done.sort((a, b) => a.completedAt.getTime() - b.completedAt.getTime()).at(-1)?.completedBy;
};

export type Answered = { rolle: string };

type Order = { caseId: string; eskalationId: string; votum: Votum; rolle: string | null; elementId: string };

/**
 * Keeps the answer with the file and shows it to whoever asked. Taking the case over moves it to the specialist: later steps are theirs,
 * and a third person then checks the decision.
 */
export const answerQuestion = async (trx: Transaction, deps: Pick<Deps, 'clock'>, order: Order): Promise<Answered> => {
  const { caseId, eskalationId, votum } = order;
  const found = await lockCase(trx, caseId);
  const escalation = await lockEscalation(trx, eskalationId);
  if (!found || !escalation || escalation.caseId !== caseId) throw new NotFound();
  const section = answeringSection(found.section);
  const takesOver = votum === 'UEBERNEHMEN';
  const rolle = takesOver ? specialistGroupOf(section) : (order.rolle ?? found.role ?? clerkGroupOf(section));
  // The same job again: what was answered stands, and its facts are of another round by now.
  if (escalation.answeredAt) return { rolle };
  const at = nowOf(deps);
  const by = (await answererOf(trx, caseId)) ?? 'Lotse';
  const answer = readFact(found.facts, 'votumBegruendung');
  await updateEscalation(trx, eskalationId, { votum, answer, answeredBy: by, answeredAt: at });
  const cleared = [...factsOfQuestion, ...ASKING_FIELDS.filter((name) => readFact(found.facts, name) === 'FRAGE')];
  await mergeFacts(trx, caseId, {
    ...Object.fromEntries(cleared.map((name) => [name, null])),
    antwortRechtssachbearbeitung: `${escalation.question}\n\nAntwort (${WORDS[votum]}): ${answer}`,
    eskalationVotum: votum,
  });
  if (takesOver) await updateCase(trx, caseId, { role: rolle, clerk: await newClerk(trx, by, found) });
  await addHistory(trx, {
    caseId,
    at,
    text: `Frage beantwortet, ${WORDS[votum]}: ${answer}`,
    elementId: order.elementId,
    by,
    lineKey: `question-answered:${eskalationId}`,
  });
  await notifyCase(trx, found);
  if (readFact(found.facts, 'wissensartikelVorschlag')) await proposeArticle(trx, { found, escalation, answer, by, at });
  return { rolle };
};
