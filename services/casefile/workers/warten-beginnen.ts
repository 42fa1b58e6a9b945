import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { missingPapers } from '../../documents/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { codesOf, rowHas } from '../../office/index.ts';
import { beginWait } from '../../waits/index.ts';

type In = {
  caseId: string;
  warteArt: string;
  wunschFrist: string | null;
  fristTage: number | null;
  erinnerungTage: number | null;
  fehlend: string[];
};

/**
 * Begins a wait (services/waits/begin-wait.ts). It stands here because it asks at once which of its papers have come already, so that none is waited for twice.
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
      const { caseId, warteArt: kind, wunschFrist: wished, fristTage: days, erinnerungTage: reminderDays, fehlend } = job.variables;
      const expected = rowHas('fristen', kind, 'unterlagenErwartet') ? (fehlend ?? []) : [];
      const wait = await beginWait(trx, deps, { caseId, kind, wished, days, reminderDays, expected, job });
      const schonDa = expected.length > 0 && (await missingPapers(trx, caseId, expected)).length === 0;
      return { ...wait, schonDa };
    }),
});
