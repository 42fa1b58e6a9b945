import type { Deps } from '../../deps.ts';
import { getRow } from '../../office/index.ts';
import { DAY_MS, nowOf } from '../../platform/clock.ts';
import { type Adapter, type Answer, AuthorityDown, type Order } from '../adapter.ts';
import { type Mode, usualMode } from '../modes.ts';
import { listOpenOrders, type OrderRow, readModes } from '../store.ts';
import { answerOfRegister, planAnswer, usualAnswer } from './plan-answer.ts';

const AT_ONCE = 200;

const orderOf = (row: OrderRow): Order => ({ ...row, until: null });

/** What the plan says, unless somebody has set the authority otherwise since. */
const answerNow = (row: OrderRow, mode: Mode, now: Date): Answer => {
  const order = orderOf(row);
  const planned = planAnswer(order, row.sentAt ?? now).answer;
  const answer = mode.mode === 'always' ? mode.answer : (planned ?? usualAnswer(order));
  return { orderId: row.orderId, answer, at: mode.mode === 'fast' || !row.due ? now : row.due };
};

/**
 * Stands in for an authority while there is no line to it: takes orders, and answers them by the office's clock as such an authority does.
 * The same case always gets the same answer.
 */
export const simulateAuthority = (deps: Pick<Deps, 'db' | 'clock'>, authority: string): Adapter => {
  const currentMode = async (): Promise<Mode> => (await readModes(deps.db)).get(authority) ?? usualMode;
  const now = (): Date => nowOf(deps);
  const { register, satz } = getRow('behoerden', authority);
  const refuseIfDown = ({ mode }: Mode): void => {
    if (mode === 'down')
      throw new AuthorityDown(`${satz.wer} nimmt keine Anfragen an; die Anfrage ist noch nicht angekommen (Simulation).`);
    if (mode === 'silent' && register) throw new AuthorityDown(`${satz.wer} antwortet nicht (Simulation).`);
  };
  return {
    submit: async (order) => {
      const mode = await currentMode();
      refuseIfDown(mode);
      const reference = `${authority}-SIM-${order.orderId.slice(0, 8).toUpperCase()}`;
      if (register) {
        const wanted = answerOfRegister(order);
        return { reference, due: null, answer: mode.mode === 'always' && order.occasion !== 'meldung' ? mode.answer : wanted };
      }
      const { at } = planAnswer(order, now());
      // An answer somebody has fixed comes even where silence was planned.
      return { reference, due: at ?? (mode.mode === 'always' ? new Date(now().getTime() + 3 * DAY_MS) : null) };
    },
    remind: async () => refuseIfDown(await currentMode()),
    collect: async () => {
      const mode = await currentMode();
      if (mode.mode === 'silent' || mode.mode === 'down') return [];
      const rows = await listOpenOrders(deps.db, authority, mode.mode === 'fast' ? null : now(), AT_ONCE);
      return rows.map((row) => answerNow(row, mode, now()));
    },
  };
};
