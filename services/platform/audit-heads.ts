import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from '../../db/connection.ts';
import { type ChainHead, findRewritten, listHeads, takeHeadsLock } from './audit-heads-store.ts';

/**
 * Whoever holds the database could write the trail anew with all its hashes. So the head of each chain goes, every hour and at each stop, signed (Ed25519) into
 * a file that only grows, beside the key and outside the database. Each line holds the hash of the one before it. Copied to another machine
 * the file proves the trail against whoever holds this one, too.
 */
export type HeadsPlace = { auditHeadsFile: string; auditKeyFile: string };

type Line = { at: string; heads: ChainHead[]; before: string };
type SignedLine = Line & { signature: string };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const signedText = ({ at, heads, before }: Line): Buffer => Buffer.from(JSON.stringify([at, heads, before]));

/** The office's own key; made where there is none, readable by its owner alone. */
const readKey = (path: string): KeyObject => {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    try {
      writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
      writeFileSync(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
    } catch (error) {
      // Another process was quicker.
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
  return createPrivateKey(readFileSync(path));
};

/** To verify, the public half is enough. */
const readPublicKey = (path: string): KeyObject =>
  existsSync(`${path}.pub`) ? createPublicKey(readFileSync(`${path}.pub`)) : createPublicKey(readFileSync(path));

const readLines = (path: string): string[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []);

const append = (path: string, line: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o644);
  try {
    writeSync(file, `${line}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const parse = (line: string | undefined): SignedLine | undefined => {
  try {
    return line === undefined ? undefined : (JSON.parse(line) as SignedLine);
  } catch {
    return undefined;
  }
};

/** Signs the heads as they are, unless that was done within `leastMs` or nothing has come since. One process at a time. */
export const signHeads = (db: Database, { auditHeadsFile, auditKeyFile }: HeadsPlace, leastMs = 0): Promise<boolean> =>
  db.transaction(async (trx) => {
    if (!(await takeHeadsLock(trx))) return false;
    const last = readLines(auditHeadsFile).at(-1);
    const known = parse(last);
    if (known && Date.now() - Date.parse(known.at) < leastMs) return false;
    const heads = await listHeads(trx);
    if (heads.length === 0 || (known && JSON.stringify(known.heads) === JSON.stringify(heads))) return false;
    const line: Line = { at: new Date().toISOString(), heads, before: last === undefined ? '' : hashOf(last) };
    const signature = sign(null, signedText(line), readKey(auditKeyFile)).toString('base64');
    append(auditHeadsFile, JSON.stringify({ ...line, signature }));
    return true;
  });

export type HeadsFault =
  | { kind: 'no file' }
  | { kind: 'no key' }
  | { kind: 'line'; line: number; fault: 'unreadable' | 'signature' | 'order' }
  | { kind: 'rewritten'; chain: string; seq: string; at: string };

/** When the heads were last signed, or undefined. */
export const lastSigned = (path: string): string | undefined => parse(readLines(path).at(-1))?.at;

/** Every line by its signature and its place, and every head that was ever signed against the entry that stands there now. */
export const verifyHeads = async (db: Database, { auditHeadsFile, auditKeyFile }: HeadsPlace): Promise<HeadsFault | undefined> => {
  const lines = readLines(auditHeadsFile);
  if (lines.length === 0) return existsSync(auditKeyFile) || existsSync(`${auditKeyFile}.pub`) ? { kind: 'no file' } : undefined;
  if (!existsSync(auditKeyFile) && !existsSync(`${auditKeyFile}.pub`)) return { kind: 'no key' };
  const key = readPublicKey(auditKeyFile);
  const signed = new Map<string, ChainHead & { at: string }>();
  for (const [index, text] of lines.entries()) {
    const line = parse(text);
    if (!line) return { kind: 'line', line: index + 1, fault: 'unreadable' };
    if (!verify(null, signedText(line), key, Buffer.from(line.signature ?? '', 'base64')))
      return { kind: 'line', line: index + 1, fault: 'signature' };
    if (line.before !== (index === 0 ? '' : hashOf(lines[index - 1] ?? ''))) return { kind: 'line', line: index + 1, fault: 'order' };
    for (const head of line.heads) signed.set(`${head.chain} ${head.seq}`, { ...head, at: line.at });
  }
  const all = [...signed.values()];
  const bad = await findRewritten(db, all);
  return bad && { kind: 'rewritten', chain: bad.chain, seq: bad.seq, at: bad.at };
};
