import { getRow } from '../office/index.ts';
import { OfficeError } from '../platform/errors.ts';

export type Order = {
  /** Sent along: the authority takes the same order once, however often it comes. */
  orderId: string;
  caseId: string;
  authority: string;
  occasion: string;
  /** How often this case has asked on this occasion, from 1. */
  round: number;
  /** Last day of the wait; null where nothing waits. */
  until: Date | null;
  sentAt: Date | null;
};

/** `answer`: given at once. `due`: when one is to be expected, if that is known. */
export type Receipt = { reference: string; due: Date | null; answer?: string };
export type Answer = { orderId: string; answer: string; at: Date };

/**
 * The line to one authority. It may deliver what we send twice and must take it once (by order id). Answers are pulled with `collect`, or
 * pushed: whoever receives them calls `takeAnswer`. A call that throws, or takes too long, means that nothing is taken right now.
 */
export type Adapter = {
  submit(order: Order, signal: AbortSignal): Promise<Receipt>;
  remind(order: Order, step: string, signal: AbortSignal): Promise<void>;
  /** Answers that have come by now; the same again until they are taken. */
  collect(): Promise<readonly Answer[]>;
};

/** Counts as a try: after the last one the case stands still with this sentence. */
export class AuthorityDown extends OfficeError {}

/** In the place of an authority's own name: who is asked about a person's security is nobody's business (§ 73 AufenthG). */
const NAMELESS = 'Eine der beteiligten Stellen ist gerade nicht zu erreichen; die Anfrage ist noch nicht angekommen.';

/** What may be said about a fault: by a hidden order, not whose it is. */
export const faultOf = (error: AuthorityDown, hidden: boolean): AuthorityDown => (hidden ? new AuthorityDown(NAMELESS) : error);

const LIMIT_MS = 10_000;

/** One call with its time limit. Whatever goes wrong becomes a sentence about the authority. */
export const callAuthority = async <T>(authority: string, call: (signal: AbortSignal) => Promise<T>, limitMs = LIMIT_MS): Promise<T> => {
  const name = getRow('behoerden', authority).satz.wer;
  const signal = AbortSignal.timeout(limitMs);
  const late = Promise.withResolvers<never>();
  const onLate = (): void => late.reject(new AuthorityDown(`${name} antwortet nicht; die Anfrage ist noch nicht angekommen.`));
  signal.addEventListener('abort', onLate, { once: true });
  try {
    return await Promise.race([call(signal), late.promise]);
  } catch (error) {
    if (error instanceof AuthorityDown) throw error;
    throw new AuthorityDown(`${name} nimmt keine Anfragen an; die Anfrage ist noch nicht angekommen.`, error);
  } finally {
    signal.removeEventListener('abort', onLate);
  }
};
