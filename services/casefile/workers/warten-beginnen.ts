import { randomUUID } from 'node:crypto';
import Joi from 'joi';
import {
  addHistory,
  endOfWait,
  holdsCase,
  insertWait,
  lockCase,
  notifyCase,
  reminder,
  updateCase,
  waitVariables,
} from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { missingPapers } from '../../documents/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { codesOf, getRow, rowHas } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { lastDayOf } from '../last-day.ts';

type In = {
  caseId: string;
  warteArt: string;
  wunschFrist: string | null;
  fristTage: number | null;
  erinnerungTage: number | null;
  fehlend: string[];
};

const germanDate = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' });

/** A security query says once that it runs, however many rounds it takes: their number would tell how it goes. */
const lineKey = (kind: string, warteId: string, instanceKey: string): string =>
  rowHas('fristen', kind, 'sicherheit') ? `wait:${kind}:${instanceKey}` : `wait:${warteId}`;

/**
 * Begins a wait: one row per round, whose id is the correlation key of every message of this wait. A legal deadline for people ends on a
 * working day; a renewal begins on exactly its day. What has come already is asked first, so that no paper is waited for twice.
 */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    warteArt: Joi.string()
      .valid(...codesOf('fristen'))
      .required(),
    wunschFrist: Joi.string().isoDate().allow(null, '').default(null),
    fristTage: Joi.number().integer().min(0).max(400).allow(null).default(null),
    erinnerungTage: Joi.number().integer().min(0).max(90).allow(null).default(null),
    fehlend: Joi.array().items(Joi.string()).allow(null).default([]),
  },
  output: { warteId: 'id', frist: 'date', erinnerungAm: 'date', erinnern: 'flag', schonDa: 'flag' },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteArt, wunschFrist } = job.variables;
      const kind = getRow('fristen', warteArt);
      const expected = kind.unterlagenErwartet ? (job.variables.fehlend ?? []) : [];
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const now = nowOf(deps);
      const day = lastDayOf(kind, {
        begun: deps.clock.today(),
        // A model without a period of its own passes 0 or nothing.
        days: job.variables.fristTage || kind.tage,
        wished: wunschFrist ? Temporal.PlainDate.from(wunschFrist.slice(0, 10)) : undefined,
      });
      const until = endOfWait(warteArt, day);
      const reminderDays = job.variables.erinnerungTage ?? kind.erinnerungTage ?? 0;
      const { remindAt, remind } = reminder(until, reminderDays, now);
      const wait = await insertWait(trx, {
        warteId: randomUUID(),
        caseId,
        elementId: job.elementId,
        processInstanceKey: job.processInstanceKey,
        jobKey: job.key,
        kind: warteArt,
        until,
        reminderDays,
        remindAt: remind ? remindAt : null,
        expected,
        begunAt: now,
      });
      const text = kind.verlauf.replace('{tag}', germanDate.format(wait.until));
      const line = lineKey(warteArt, wait.warteId, job.processInstanceKey);
      await addHistory(trx, { caseId, at: now, text, elementId: job.elementId, by: 'Lotse', lineKey: line });
      if (!found.closedAt && holdsCase(warteArt)) await updateCase(trx, caseId, { status: 'wartet' });
      await notifyCase(trx, found);
      const schonDa = expected.length > 0 && (await missingPapers(trx, caseId, expected)).length === 0;
      return { ...waitVariables(wait, now), schonDa };
    }),
});
