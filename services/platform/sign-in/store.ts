import type { Database } from '../../../db/connection.ts';

export type SignInAttempt = { state: string; nonce: string; codeVerifier: string; returnTo: string };
export type SessionClaims = { account: string; name: string; groups: readonly string[]; teams: readonly string[]; issuedAt: string };

/** Sessions are real time, never the office clock: `clock_timestamp()` is right here. */
const absolute = "interval '10 hours'";
const attempt = "interval '10 minutes'";

export const insertAttempt = async (db: Database, browserHash: Buffer, row: SignInAttempt): Promise<void> => {
  await db.raw(`delete from sign_ins where created_at < clock_timestamp() - ${attempt}`);
  await db('sign_ins').insert({
    browser_hash: browserHash,
    state: row.state,
    nonce: row.nonce,
    code_verifier: row.codeVerifier,
    return_to: row.returnTo,
  });
};

/** Each attempt counts once: reading it removes it. */
export const takeAttempt = async (db: Database, browserHash: Buffer): Promise<SignInAttempt | undefined> => {
  const { rows } = await db.raw<{ rows: { state: string; nonce: string; code_verifier: string; return_to: string; fresh: boolean }[] }>(
    `delete from sign_ins where browser_hash = ? returning state, nonce, code_verifier, return_to, created_at > clock_timestamp() - ${attempt} as fresh`,
    [browserHash],
  );
  const row = rows[0];
  return row?.fresh ? { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to } : undefined;
};

export const insertSession = async (
  db: Database,
  sessionHash: Buffer,
  session: { claims: SessionClaims; idToken: string; idleMinutes: number },
): Promise<void> => {
  const { claims, idToken, idleMinutes } = session;
  await db.raw(
    `delete from sessions where seen_at < clock_timestamp() - ? * interval '1 minute' or created_at < clock_timestamp() - ${absolute}`,
    [idleMinutes],
  );
  await db('sessions').insert({ session_hash: sessionHash, account: claims.account, claims: JSON.stringify(claims), id_token: idToken });
};

/** A session that is neither idle nor too old. `stale` asks for a touch; writing on each request would make every read a write. */
export const findSession = async (
  db: Database,
  sessionHash: Buffer,
  idleMinutes: number,
): Promise<{ claims: SessionClaims; stale: boolean } | undefined> => {
  const { rows } = await db.raw<{ rows: { claims: SessionClaims; stale: boolean }[] }>(
    `select claims, seen_at < clock_timestamp() - interval '30 seconds' as stale from sessions
     where session_hash = ? and seen_at > clock_timestamp() - ? * interval '1 minute' and created_at > clock_timestamp() - ${absolute}`,
    [sessionHash, idleMinutes],
  );
  return rows[0];
};

export const touchSession = async (db: Database, sessionHash: Buffer): Promise<void> => {
  await db.raw('update sessions set seen_at = clock_timestamp() where session_hash = ?', [sessionHash]);
};

export const deleteSession = async (db: Database, sessionHash: Buffer): Promise<{ idToken: string } | undefined> => {
  const rows = await db('sessions').where('session_hash', sessionHash).delete('id_token');
  return rows[0] ? { idToken: (rows[0] as { id_token: string }).id_token } : undefined;
};
