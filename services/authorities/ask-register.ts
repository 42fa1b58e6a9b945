import { addHistory } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Job } from '../engine/index.ts';
import { getRowWith } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { nameOfAnswer, REGISTER_SIMULATION } from './authority.ts';
import { placeOrder } from './place-order.ts';

type Question = {
  occasion: 'abfrage' | 'meldung';
  /** Which of this case's questions it is. */
  key: string;
  /** The line of the history; `answer` in German. */
  text: (answer: string) => string;
};

/**
 * The Ausländerzentralregister (register of foreigners, kept by the BVA) answers while one waits. Asked again for the same question, the answer
 * it gave stands.
 */
export const askRegister = async (
  deps: Deps,
  job: Pick<Job<{ caseId: string }>, 'variables' | 'elementId' | 'retries'>,
  { occasion, key, text }: Question,
): Promise<string> => {
  const { caseId } = job.variables;
  const { elementId } = job;
  const register = getRowWith('behoerden', 'register');
  const businessKey = `${caseId}:${register.code}:${occasion}:${key}`;
  const { order, receipt } = await placeOrder(deps, {
    businessKey,
    caseId,
    warteId: null,
    authority: register.code,
    occasion,
    elementId,
    text: null,
    lastTry: job.retries <= 1,
  });
  const answer = receipt?.answer ?? order.answer ?? register.antworten[0]?.code ?? '';
  await deps.db.transaction((trx) =>
    addHistory(trx, {
      caseId,
      at: nowOf(deps),
      text: `${text(nameOfAnswer(register.code, answer))} (${REGISTER_SIMULATION})`,
      elementId,
      by: 'Lotse',
      lineKey: businessKey,
    }),
  );
  return answer;
};
