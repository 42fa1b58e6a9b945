import Joi from 'joi';
import { Conflict, Invalid } from './errors.ts';

/** What stands there now; `by` and `at`: who wrote it last, and when, where that is known. */
export type Standing = { version: number; by?: string | null; at?: Date | null };

export const IF_MATCH = 'If-Match';

/** The same in the body, for callers who set no headers. */
export const versionSeen = Joi.number().integer().min(1).description('the version it was made by; If-Match says the same');

export const etagOf = (version: number): { etag: string } => ({ etag: `"${version}"` });

/**
 * Which version the caller has seen: `version` in the body, else If-Match (`"3"`). Undefined where they name none, or any (`*`): then what they send
 * counts. Throws Invalid for what is no version.
 */
export const seenVersion = (payload: unknown, headers: Record<string, string | undefined>): number | undefined => {
  const said = (payload as { version?: number } | undefined)?.version;
  const match = headers['if-match'];
  if (said !== undefined || match === undefined || match === '*') return said;
  const number = /^(?:W\/)?"?(\d{1,9})"?$/.exec(match)?.[1];
  if (number === undefined) throw new Invalid('Bitte prüfen Sie die Angaben.', [{ field: IF_MATCH, message: 'keine Version' }]);
  return Number(number);
};

/** Conflict where somebody else was faster; `details` hold what stands there now, so that both can be looked at. */
export const assertSeen = (seen: number | undefined, { version, by, at }: Standing, sentence: string): void => {
  if (seen === undefined || seen === version) return;
  throw new Conflict(sentence, { version, ...(by ? { by } : {}), ...(at ? { at: at.toISOString() } : {}) });
};
