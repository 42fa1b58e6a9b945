import Joi from 'joi';
import { defineCommand } from '../../../engine/define-command.ts';
import { undoRelease } from '../undo-release.ts';

declare module '../../../engine/define-command.ts' {
  interface Payloads {
    'undo-release': { releaseNo: number };
  }
}

/** Puts the texts back that were live before a release. */
export default defineCommand<{ releaseNo: number }>({
  schema: { releaseNo: Joi.number().integer().required() },
  run: ({ releaseNo }, deps) => undoRelease(deps, releaseNo),
});
