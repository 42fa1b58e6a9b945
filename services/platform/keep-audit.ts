import type { Database } from '../../db/connection.ts';
import { sealAudit } from './audit-chain-store.ts';
import { findLastCheck, insertCheck } from './audit-checks-store.ts';
import { type HeadsPlace, signHeads } from './audit-heads.ts';
import { checkAudit } from './check-audit.ts';
import { officeZone } from './clock.ts';
import { notify } from './events.ts';
import type { Logger } from './log.ts';
import { lookAgain } from './look-again.ts';

type Keeping = { db: Database; log: Logger; config: HeadsPlace };

const SEAL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 60_000;
const SIGN_EVERY_MS = 3_600_000;
/** When nobody waits for the machine. Logs are of real time, whatever the office's clock says. */
const CHECK_AT_HOUR = 2;

const nextCheck = (last: Date): number => {
  const then = Temporal.Instant.fromEpochMilliseconds(last.getTime()).toZonedDateTimeISO(officeZone);
  const night = then.with({ hour: CHECK_AT_HOUR, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return (then.hour < CHECK_AT_HOUR ? night : night.add({ days: 1 })).epochMilliseconds;
};

const checkIfDue = async ({ db, log, config }: Keeping): Promise<void> => {
  const last = await findLastCheck(db);
  if (last && Date.now() < nextCheck(last.at)) return;
  const verdict = await checkAudit(db, config);
  await insertCheck(db, verdict);
  if (verdict.fault !== null) {
    log.error({ fault: verdict.fault, entries: verdict.entries }, 'the audit trail is not whole');
    await db.transaction((trx) => notify(trx, { kind: 'operations' }));
  }
};

/** Seals what is new every second, signs the heads every hour and at the stop, and looks at the whole trail every night. */
export const startKeepingAudit = (deps: Keeping): { stop(): Promise<void> } => {
  const warn = (what: string) => (error: unknown) => deps.log.warn({ err: error }, what);
  const sealing = lookAgain(SEAL_EVERY_MS, async () => {
    await sealAudit(deps.db).catch(warn('the audit trail could not be sealed'));
  });
  const looking = lookAgain(LOOK_EVERY_MS, async () => {
    await signHeads(deps.db, deps.config, SIGN_EVERY_MS).catch(warn('the heads of the audit trail could not be signed'));
    await checkIfDue(deps).catch(warn('the audit trail could not be checked'));
  });
  return {
    stop: async () => {
      await Promise.all([sealing.stop(), looking.stop()]);
      await sealAudit(deps.db)
        .then(() => signHeads(deps.db, deps.config))
        .catch(warn('the heads of the audit trail could not be signed'));
    },
  };
};
