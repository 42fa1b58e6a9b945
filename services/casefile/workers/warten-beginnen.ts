import { randomUUID } from 'node:crypto';
import Joi from 'joi';
import { addHistory, insertWait, lockCase, notifyCase, reminder, updateCase, waitVariables } from '../../cases/index.ts';
import { missingPapers } from '../../documents/index.ts';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { endOfDay, nextWorkingDay } from '../../platform/calendar.ts';

type In = { caseId: string; warteArt: string; wunschFrist: string | null; erinnerungTage: number; fehlend: string[] };

/** A person who is asked for papers has three weeks, unless the clerk says otherwise (B02). */
const DEFAULT_DAYS = 21;

const germanDate = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' });
const TEXTS: Record<string, string> = { unterlagen: 'Warten auf Unterlagen', verlaengerung: 'Verlängerung vorgemerkt für den' };

/**
 * Begins a wait: one row per round, whose id is the correlation key of every message of this wait. A legal deadline for people ends on a
 * working day; a renewal begins on exactly its day. What has come already is asked first, so that no paper is waited for twice.
 */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    warteArt: Joi.string()
      .valid(...Object.keys(TEXTS))
      .required(),
    wunschFrist: Joi.string().isoDate().allow(null, '').default(null),
    erinnerungTage: Joi.number().integer().min(0).max(90).default(0),
    fehlend: Joi.array().items(Joi.string()).allow(null).default([]),
  },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteArt, wunschFrist, erinnerungTage } = job.variables;
      const expected = warteArt === 'unterlagen' ? (job.variables.fehlend ?? []) : [];
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const now = new Date(deps.clock.now().epochMilliseconds);
      const wished = wunschFrist ? Temporal.PlainDate.from(wunschFrist.slice(0, 10)) : deps.clock.today().add({ days: DEFAULT_DAYS });
      const day = warteArt === 'unterlagen' ? nextWorkingDay(wished) : wished;
      const until = new Date(endOfDay(day).epochMilliseconds);
      const { remindAt, remind } = reminder(until, erinnerungTage, now);
      const wait = await insertWait(trx, {
        warteId: randomUUID(),
        caseId,
        elementId: job.elementId,
        processInstanceKey: job.processInstanceKey,
        jobKey: job.key,
        kind: warteArt,
        until,
        reminderDays: erinnerungTage,
        remindAt: remind ? remindAt : null,
        expected,
        begunAt: now,
      });
      const text = `${TEXTS[warteArt]} ${warteArt === 'unterlagen' ? `bis ${germanDate.format(wait.until)}` : germanDate.format(wait.until)}`;
      await addHistory(trx, { caseId, at: now, text, elementId: job.elementId, by: 'Lotse', lineKey: `wait:${wait.warteId}` });
      if (!found.closedAt && warteArt === 'unterlagen') await updateCase(trx, caseId, { status: 'wartet' });
      await notifyCase(trx, found);
      const schonDa = expected.length > 0 && (await missingPapers(trx, caseId, expected)).length === 0;
      return { ...waitVariables(wait, now), schonDa };
    }),
});
