import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Database } from '../../../db/connection.ts';
import { Conflict, Invalid, Unprocessable } from '../errors.ts';
import type { Answer } from '../route.ts';
import { dropKey, keepAnswer, reserveKey } from './store.ts';

/** What the request asks for; `parts` are its method, path, query and body as they were read. */
export type Asked = { account: string; key: string; parts: unknown };
export type AnswerOnce = (asked: Asked, work: () => Promise<Answer>) => Promise<Answer>;

/** One to 200 visible ASCII signs, in quotation marks or without. */
const format = /^[\x21\x23-\x7e]{1,200}$/;

const readKey = (header: string): string => {
  const key = header.replace(/^"(.*)"$/, '$1');
  if (!format.test(key))
    throw new Invalid('Der Idempotency-Key ist nicht lesbar.', [
      { field: 'Idempotency-Key', message: '1 bis 200 sichtbare ASCII-Zeichen, am besten eine UUID' },
    ]);
  return key;
};

/**
 * Idempotency-Key of draft-ietf-httpapi-idempotency-key-header: the same request under the same key gets the first one's answer (header
 * `idempotency-replayed`), another request under it 422, one whose first is still running 409. A refused request frees its key, so that
 * it can be mended and sent again. A request that was broken off by a crash keeps it for a day: whether it counted is for a person to
 * look at, and nothing happens twice.
 */
export const createAnswerOnce =
  (db: Database): AnswerOnce =>
  async ({ account, key: header, parts }, work) => {
    const own = { account, key: readKey(header) };
    const requestHash = createHash('sha256').update(serialize(parts)).digest();
    const known = await reserveKey(db, own, requestHash);
    if (known) {
      if (!known.requestHash.equals(requestHash))
        throw new Unprocessable(
          'Unter diesem Idempotency-Key kam schon eine andere Anfrage. Bitte nehmen Sie für jede Anfrage einen eigenen.',
        );
      if (known.status === null)
        throw new Conflict(
          'Die erste Anfrage unter diesem Idempotency-Key ist noch nicht beantwortet, oder sie brach ab. Bitte sehen Sie nach, ob sie zählt, bevor Sie sie unter einem neuen Schlüssel wiederholen.',
        );
      return { status: known.status, body: known.body ?? undefined, headers: { 'idempotency-replayed': 'true' } };
    }
    try {
      const answer = await work();
      await keepAnswer(db, own, { status: answer.status, body: answer.body });
      return answer;
    } catch (error) {
      await dropKey(db, own);
      throw error;
    }
  };
