import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { draftableTypen } from '../bescheid-kinds.ts';
import { draftBescheid } from '../draft-bescheid.ts';

/** `ausgeschlossen`: accounts that must not check this one for a reason of the caller's own; the draft's author is added to them. */
export default defineWorker<{ caseId: string; bescheidTyp: string; ausgeschlossen: string[] | null }>({
  input: {
    caseId: Joi.string().uuid().required(),
    bescheidTyp: Joi.string()
      .valid(...draftableTypen)
      .required(),
    ausgeschlossen: Joi.array().items(Joi.string()).allow(null).default([]),
  },
  output: {
    bescheidId: 'id',
    bescheidTyp: 'code',
    zeichnungNoetig: 'flag',
    rueckgaben: 'number',
    ausgeschlossen: 'accounts',
    ermessen: 'flag',
    bearbeiterErfahrungMonate: 'number',
    autorLetzteStichprobe: 'date',
    titelArt: 'code',
    anliegen: 'code',
  },
  handle: (job, deps) =>
    deps.db.transaction((trx) => {
      const { caseId, bescheidTyp, ausgeschlossen } = job.variables;
      return draftBescheid(trx, deps, { caseId, typ: bescheidTyp, jobKey: job.key, excluded: ausgeschlossen ?? [] });
    }),
});
