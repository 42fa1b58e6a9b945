import { createHmac } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import { NotFound } from '../platform/errors.ts';
import { listBescheide, lockBescheid, noteSecondCheck } from './bescheide-store.ts';
import { keepSecret } from './secrets-store.ts';
import type { SendDeps } from './send-letter.ts';

/**
 * A number from 0 to 99 for a case in a month: the same for whoever asks again with the secret, so that a draw can be checked later, and
 * not to be foreseen without it, so that nobody knows beforehand that a draft will not be looked at.
 */
export const drawNumber = (secret: string, caseId: string, month: string): number =>
  createHmac('sha256', secret).update(`${caseId} ${month}`).digest().readUInt32BE(0) % 100;

export type CheckRule = { pruefung: 'PFLICHT' | 'STICHPROBE' | 'KEINE'; anteil: number; norm: string };

/** Whether the case's newest draft gets a second check: always, never, or by the draw. Noted with the draft, and asked again the same. */
export const drawSample = async (trx: Transaction, deps: Pick<SendDeps, 'clock'>, caseId: string, rule: CheckRule): Promise<boolean> => {
  const newest = (await listBescheide(trx, caseId)).at(-1);
  const bescheid = newest && (await lockBescheid(trx, newest.bescheidId));
  if (!bescheid) throw new NotFound();
  if (bescheid.secondCheck) return bescheid.secondCheck.drawn;
  const { pruefung, anteil, norm } = rule;
  const month = deps.clock.today().toPlainYearMonth().toString();
  const draw = drawNumber(await keepSecret(trx, 'stichprobe'), caseId, month);
  const drawn = pruefung === 'PFLICHT' || (pruefung === 'STICHPROBE' && draw < anteil * 100);
  await noteSecondCheck(trx, bescheid.bescheidId, { pruefung, anteil, norm, month, draw, drawn });
  return drawn;
};
