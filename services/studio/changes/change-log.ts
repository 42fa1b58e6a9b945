import type { Transaction } from '../../../db/connection.ts';
import { audit } from '../../platform/audit.ts';
import { notify } from '../../platform/events.ts';
import { type EventKind, insertEvent } from './changes-store.ts';

/** A step of a change: a line of its story, a line of the trail, and word to the browsers. */
export const noteStep = async (
  trx: Transaction,
  changeId: string,
  {
    by,
    at,
    what,
    text = '',
    action,
    payload,
  }: { by: string; at: Date; what: EventKind; text?: string; action: string; payload?: Record<string, unknown> },
): Promise<void> => {
  await insertEvent(trx, changeId, { at, by, what, text });
  await audit(trx, {
    actor: by,
    action,
    object: `change ${changeId}`,
    outcome: 'done',
    ...(text ? { reason: text } : {}),
    ...(payload ? { payload } : {}),
  });
  await notify(trx, { kind: 'models' });
};
