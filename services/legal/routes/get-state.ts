import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { lawStateOn } from '../law-state.ts';

const day = Joi.string().isoDate();

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/legal/state',
  summary: 'up to which day the law is worked in, and which changes are not',
  access: 'signed-in',
  answers: {
    200: {
      description: 'processes: plain ids that carry a banner',
      schema: Joi.object({
        rechtsstand: day,
        changes: Joi.array().items(
          Joi.object({ since: day, name: Joi.string(), text: Joi.string(), processes: Joi.array().items(Joi.string()) }),
        ),
      }),
    },
  },
  handle: async (_input, { clock }) => reply(200, lawStateOn(clock.today().toString())),
});
