import { nextWorkingDay } from '../../platform/calendar.ts';
import { DAY_MS, dayOf, officeZone } from '../../platform/clock.ts';
import type { Order } from '../adapter.ts';
import { answerCodes } from '../authority.ts';
import { draw, drawNormal, pick } from './draw.ts';

/** `answer` null: silent for ever. */
export type Plan = { answer: string | null; at: Date | null };

/** ln(14 / 2) / 1.645: half of the security queries are answered within 2 days, 95 of 100 within 14. */
const SPREAD_BVA = 1.183;
const SPREAD_RP = 0.3;

/** Some minute of a working morning or afternoon, not before the order itself. */
const atOfficeHour = (sent: Date, days: number, minute: number): Date => {
  const start = Temporal.Instant.fromEpochMilliseconds(sent.getTime());
  const day = nextWorkingDay(dayOf(start.add({ milliseconds: Math.round(days * DAY_MS) })));
  const at = day.toZonedDateTime({ timeZone: officeZone, plainTime: '08:00' }).add({ minutes: Math.floor(minute * 480) });
  const earliest = sent.getTime() + 3_600_000;
  return new Date(Math.max(at.epochMilliseconds, earliest));
};

/** Days until the end of the wait, for an authority that knows its time limit. */
const daysLeft = ({ until }: Order, sent: Date, otherwise: number): number =>
  until ? Math.max(1, (until.getTime() - sent.getTime()) / DAY_MS) : otherwise;

type Drawn = { answer: string | null; days: number };

const plans: Record<string, (order: Order, sent: Date) => Drawn> = {
  // Consents mostly, stays silent now and then, and asks back at most once.
  BA: (order, sent) => ({
    answer:
      pick(draw(order.caseId, 'BA', order.occasion, order.round), {
        ZUSTIMMUNG: 72,
        ABLEHNUNG: 8,
        RUECKFRAGE: order.round === 1 && order.occasion !== 'RUECKFRAGE' ? 10 : 0,
        STILL: 10,
      }).replace('STILL', '') || null,
    days: daysLeft(order, sent, 14) * (0.15 + 0.6 * draw(order.caseId, 'BA days', order.round)),
  }),
  // What is known of a person does not change with the round; when somebody finds the time to answer does.
  BVA: (order) => ({
    answer: pick(draw(order.caseId, 'BVA'), { KEINE: 97, ERKENNTNISSE: 3 }),
    days: Math.min(60, 2 * Math.exp(SPREAD_BVA * drawNormal(order.caseId, 'BVA days', order.round))),
  }),
  AZR: () => ({ answer: null, days: 0 }),
  BDR: (order) => ({ answer: 'PRODUZIERT', days: 28 + 12 * draw(order.caseId, 'BDR days', order.round) }),
  RP: (order) => ({
    answer: pick(draw(order.caseId, 'RP', order.occasion), { ZURUECKGEWIESEN: 78, TEILWEISE: 12, STATTGEGEBEN: 10 }),
    days: 120 * Math.exp(SPREAD_RP * drawNormal(order.caseId, 'RP days', order.round)),
  }),
};

/** For an order whose plan is silence, when somebody has switched silence off. */
export const usualAnswer = (order: Order): string => answerCodes(order.authority)[0] ?? '';

/** Of an authority nobody has described yet: its first answer, in two weeks. */
const plain = (order: Order): Drawn => ({ answer: usualAnswer(order), days: 14 });

/** What the simulated authority will answer and when, always the same for the same case, occasion and round. */
export const planAnswer = (order: Order, sent: Date): Plan => {
  const { answer, days } = (plans[order.authority] ?? plain)(order, sent);
  return { answer, at: answer === null ? null : atOfficeHour(sent, days, draw(order.orderId, 'minute')) };
};

/** The register answers while one waits: an entry for most, and every report is taken over. */
export const answerOfRegister = (order: Order): string =>
  order.occasion === 'meldung' ? 'UEBERNOMMEN' : pick(draw(order.caseId, 'AZR'), { EINTRAG: 90, KEIN_EINTRAG: 10 });
