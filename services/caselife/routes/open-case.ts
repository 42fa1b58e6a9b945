import { randomUUID } from 'node:crypto';
import Joi from 'joi';
import { committing } from '../../../db/pipelined-dialect.ts';
import { getSeenPerson } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { isCodeOf } from '../../office/index.ts';
import { type Applicant, applicantSchema, impossibleDays } from '../../persons/index.ts';
import { audit } from '../../platform/audit.ts';
import { Forbidden, Invalid } from '../../platform/errors.ts';
import { defineRoute, reply, type User } from '../../platform/route.ts';
import { knowsAnliegen, mayOpenCases } from '../../staff/index.ts';
import { openedCase } from '../answers.ts';
import { checkFacts } from '../check-facts.ts';
import { openCaseIn } from '../open-case.ts';

type Payload = { anliegen: string; applicant: Applicant; personId?: string; facts: Record<string, unknown> };

const requireOpener = (user: User): void => {
  if (!mayOpenCases(user)) throw new Forbidden('Ihre Rolle nimmt keine Vorgänge auf.');
};

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/cases',
  summary: 'take a matter in',
  access: 'signed-in',
  payload: {
    anliegen: Joi.string().max(60).required(),
    applicant: applicantSchema.required(),
    personId: Joi.string().uuid().description('the person it is, where somebody has compared; what is known of them stays as it is'),
    facts: Joi.object().unknown().default({}),
  },
  answers: {
    201: { description: 'opened', schema: openedCase },
    400: { description: 'details name every field that is wrong' },
    403: { description: 'this role opens no cases' },
    404: { description: 'no such person, or not mine' },
  },
  guard: ({ user }) => requireOpener(user),
  handle: async ({ user, payload }, deps) => {
    requireOpener(user);
    const { anliegen, applicant } = payload;
    if (!isCodeOf('anliegen', anliegen) || !knowsAnliegen(user, anliegen)) {
      throw new Invalid('Bitte prüfen Sie die Angaben.', [{ field: 'anliegen', message: 'dieses Anliegen gibt es nicht' }]);
    }
    const days = impossibleDays(applicant, deps.clock.today().toString());
    if (days.length > 0) {
      const details = days.map(({ field, message }) => ({ field: `applicant.${field}`, message }));
      throw new Invalid('Bitte prüfen Sie die Angaben.', details);
    }
    if (payload.personId !== undefined) await getSeenPerson(deps, user, payload.personId);
    const facts = await checkFacts(deps, payload.facts);
    const caseId = randomUUID();
    const command = {
      caseId,
      anliegen,
      applicant,
      facts,
      openedBy: user.account,
      byApplicant: user.applicant,
      ...(payload.personId ? { personId: payload.personId } : {}),
    };
    const opened = await deps.db.transaction(async (trx) => {
      const [created] = await Promise.all([
        openCaseIn(trx, deps, command, committing(trx)),
        audit(trx, { actor: user.account, action: 'open case', caseId, outcome: 'done' }),
      ]);
      return created;
    });
    return reply(201, opened);
  },
});
