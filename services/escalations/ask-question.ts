import type { Transaction } from '../../db/connection.ts';
import { addHistory, getCase, latestAuthor, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { returnsOf } from '../letters/index.ts';
import { readFact } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { escalationInputs } from './decision-inputs.ts';
import { insertEscalation } from './store.ts';

type Order = { caseId: string; anlass: string; jobKey: string; elementId: string };

/** Puts down what somebody wants to know (P21), and lays out the inputs of the table that says whom to ask. Nobody answers their own question. */
export const askQuestion = async (trx: Transaction, deps: Pick<Deps, 'clock'>, order: Order): Promise<Record<string, unknown>> => {
  const { caseId, anlass } = order;
  const found = await getCase(trx, caseId);
  const { facts } = found;
  const question = readFact(facts, 'frage');
  if (!question) throw new Error('Die Frage fehlt (frage); ohne sie kann niemand antworten.');
  const at = nowOf(deps);
  const askedBy = (await latestAuthor(trx, caseId, anlass)) ?? null;
  const escalation = await insertEscalation(trx, {
    caseId,
    jobKey: order.jobKey,
    elementId: anlass,
    askedBy,
    question,
    facts: readFact(facts, 'sachverhaltKurz'),
    norm: readFact(facts, 'frageNorm'),
    proposal: readFact(facts, 'eigenerVorschlag'),
    wishedBy: readFact(facts, 'frageFrist') ?? null,
    createdAt: at,
  });
  await addHistory(trx, {
    caseId,
    at,
    text: `Frage an die Rechtssachbearbeitung: ${question}`,
    elementId: order.elementId,
    by: askedBy ?? 'Lotse',
    lineKey: `question:${escalation.escalationId}`,
  });
  await notifyCase(trx, found);
  const returns = await returnsOf(trx, caseId);
  return {
    eskalationId: escalation.escalationId,
    ausgeschlossen: askedBy ? [askedBy] : [],
    ...escalationInputs(found, deps.clock.today(), returns),
  };
};
