import Joi from 'joi';
import { defineCommand } from '../../../engine/define-command.ts';
import { releaseChange } from '../release-change.ts';

declare module '../../../engine/define-command.ts' {
  interface Payloads {
    'release-change': { changeId: string };
  }
}

/** Brings an approved change into force. */
export default defineCommand<{ changeId: string }>({
  schema: { changeId: Joi.string().uuid().required() },
  run: ({ changeId }, deps) => releaseChange(deps, changeId),
});
