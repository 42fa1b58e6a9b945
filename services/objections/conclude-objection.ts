import type { Transaction } from '../../db/connection.ts';
import { addHistory, lockCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findBescheid, noteRemedyOutcome } from '../letters/index.ts';
import { rowsOf } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { endObjection, findObjection } from './store.ts';
import { findAttacked } from './take-in-objection.ts';

export type Outcome = 'ABGEHOLFEN' | 'BESTAETIGT' | 'GEAENDERT' | 'AUFGEHOBEN' | 'UNSTATTHAFT';

/** As the authority's own row says (processes/amt/behoerden.json). */
const byAuthority = (answer: string): Outcome | undefined =>
  rowsOf('behoerden')
    .flatMap(({ antworten }) => antworten)
    .find(({ code }) => code === answer)?.widerspruch;

/** Remedied by the office itself, else as the Regierungspräsidium has decided; neither: there was no objection to decide on. */
export const outcomeOf = (abhilfe: string | null, behoerdeErgebnis: string | null): Outcome => {
  if (abhilfe === 'VOLL') return 'ABGEHOLFEN';
  return (behoerdeErgebnis && byAuthority(behoerdeErgebnis)) || 'UNSTATTHAFT';
};

const WORDS: Record<Outcome, string> = {
  ABGEHOLFEN: 'abgeholfen, der Bescheid ist aufgehoben',
  BESTAETIGT: 'zurückgewiesen, der Bescheid ist bestätigt',
  GEAENDERT: 'teilweise erfolgreich, der Bescheid ist geändert',
  AUFGEHOBEN: 'erfolgreich, der Bescheid ist aufgehoben',
  UNSTATTHAFT: 'nicht zulässig',
};

/** What became of the decision; a refused objection that was none leaves it as it is. */
const OF_THE_DECISION: Partial<Record<Outcome, string>> = {
  ABGEHOLFEN: 'AUFGEHOBEN',
  BESTAETIGT: 'BESTAETIGT',
  GEAENDERT: 'GEAENDERT',
  AUFGEHOBEN: 'AUFGEHOBEN',
};

type Order = { caseId: string; abhilfe: string | null; behoerdeErgebnis: string | null; elementId: string };

/** Writes the result to the objection, to the decision it attacked, and into both files. */
export const concludeObjection = async (trx: Transaction, deps: Pick<Deps, 'clock'>, order: Order): Promise<Outcome> => {
  const found = await lockCase(trx, order.caseId);
  if (!found) throw new NotFound();
  const outcome = outcomeOf(order.abhilfe, order.behoerdeErgebnis);
  const at = nowOf(deps);
  const objection = await findObjection(trx, found.caseId);
  await endObjection(trx, found.caseId, outcome, at);
  // Found when it came in, or by what a person has entered since.
  const attacked = objection?.bescheidId ? await findBescheid(trx, objection.bescheidId) : await findAttacked(trx, found);
  const effect = OF_THE_DECISION[outcome];
  if (attacked && effect) await noteRemedyOutcome(trx, attacked.bescheidId, effect, found.caseId);
  const line = { at, elementId: order.elementId, by: 'Lotse', lineKey: `objection-ended:${found.caseId}` };
  await addHistory(trx, { ...line, caseId: found.caseId, text: `Widerspruch ${WORDS[outcome]}` });
  if (attacked && attacked.caseId !== found.caseId)
    await addHistory(trx, { ...line, caseId: attacked.caseId, text: `Widerspruch ${found.aktenzeichen}: ${WORDS[outcome]}` });
  return outcome;
};
