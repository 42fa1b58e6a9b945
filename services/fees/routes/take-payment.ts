import Joi from 'joi';
import { type CaseRow, caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { auditRefusals } from '../../platform/audit.ts';
import { Forbidden } from '../../platform/errors.ts';
import { defineRoute, reply, type User } from '../../platform/route.ts';
import { mayTakePayment } from '../../staff/index.ts';
import { takenPayment } from '../answers.ts';
import { type PaymentMethod, takePayment } from '../take-payment.ts';
import { viewFee } from '../view-fee.ts';

type Payload = { amount: number; method: PaymentMethod; paymentId?: string };

const getCaseToPay = async (deps: Pick<Deps, 'db'>, user: User, caseId: string): Promise<CaseRow> => {
  const { found } = await getVisibleCase(deps, user, caseId, ['full', 'status']);
  await auditRefusals(deps.db, { actor: user.account, action: 'take payment', caseId: found.caseId }, async () => {
    if (!mayTakePayment(user, found)) throw new Forbidden('Zahlungen nehmen die Kasse und die Sachbearbeitung des Sachgebiets an.');
  });
  return found;
};

export default defineRoute<Deps, { caseId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/cases/{caseId}/payments',
  summary: 'book a payment of the fee',
  access: 'signed-in',
  params: caseId,
  payload: {
    amount: Joi.number().positive().precision(2).max(100_000).required().description('euros'),
    method: Joi.string().valid('KASSE', 'UEBERWEISUNG').required(),
    paymentId: Joi.string().uuid().description('made by the sender: the same one again is the same payment'),
  },
  answers: {
    200: { description: 'was booked before', schema: takenPayment },
    201: { description: 'booked', schema: takenPayment },
    400: { description: 'more than is owed, or not an amount' },
    403: { description: 'this role takes no money' },
    404: { description: 'absent, hidden or not mine' },
    409: { description: 'nothing is owed' },
  },
  guard: async ({ user, params }, deps) => void (await getCaseToPay(deps, user, params.caseId)),
  handle: async ({ user, params, payload }, deps) => {
    const found = await getCaseToPay(deps, user, params.caseId);
    const { amount, ...rest } = payload;
    const { paymentId, created } = await takePayment(deps, found, { ...rest, amount: Math.round(amount * 100), by: user.account });
    return reply(created ? 201 : 200, { caseId: found.caseId, paymentId, fee: await viewFee(deps.db, found.caseId) });
  },
});
