import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../../db/connection.ts';
import { hashText } from '../../../services/engine/releases/index.ts';
import {
  insertModelRelease,
  type NewModelRelease,
  saveModelFiles,
  setRepositoryHash,
} from '../../../services/engine/releases/model-store.ts';
import { readFolder } from '../../../services/engine/releases/read-bundle.ts';
import type { Reply } from '../../support/api.ts';
import { openOffice } from '../api/office.ts';

const folder = new URL('../../../processes/', import.meta.url).pathname;
export const repositoryFile = (path: string): string => readFileSync(join(folder, path), 'utf8');

type File = { path: string; content?: string };
export const BASE = '/api/process-changes';

/** A release as the engine's side writes it, of nothing unless it says more; its number. */
export const writeRelease = (db: Database, more: Partial<NewModelRelease> = {}): Promise<number> =>
  db.transaction((trx) =>
    insertModelRelease(trx, {
      kind: 'change',
      changeId: randomUUID(),
      title: 'Probe',
      reason: '',
      author: 'pv',
      approvedBy: ['al'],
      files: [],
      parts: [],
      ...more,
    }),
  );

/** The office with the repository's models as its live set. No engine: what a release would deploy stays undone. */
export const openStudio = async () => {
  const office = await openOffice();
  const { db, as } = office;
  const { files } = await readFolder(folder);
  await db.transaction(async (trx) => {
    await saveModelFiles(trx, files, 'Lotse');
    for (const { path, content } of files) await setRepositoryHash(trx, path, hashText(content));
  });

  const must = (reply: Reply, status: number): Reply['body'] => {
    if (reply.status !== status) throw new Error(`${reply.status} ${reply.text}`);
    return reply.body;
  };
  const create = async (files: File[] = [], { by = 'pv', reason = 'Damit es klarer wird.' } = {}): Promise<string> =>
    must(await as(by).post(BASE, { title: 'Probe', reason, files }), 201).changeId;
  const read = async (changeId: string, by = 'pv') => must(await as(by).get(`${BASE}/${changeId}`), 200);
  const put = (changeId: string, file: File & { version?: number }, by = 'pv'): Promise<Reply> =>
    as(by).put(`${BASE}/${changeId}/files`, file);
  const call = (by: string, changeId: string, step: string, payload: unknown = {}): Promise<Reply> =>
    as(by).post(`${BASE}/${changeId}/${step}`, payload);

  /** A text of a step changes: no law, no trial. */
  const plainText = (): File => ({
    path: 'duldung/duldung-aushaendigen.form',
    content: repositoryFile('duldung/duldung-aushaendigen.form').replace('"Seriennummer"', '"Nummer des Vordrucks"'),
  });
  /** The groups of a step change, in a block where every change that works is one of the law. */
  const legalRule = (): File => ({
    path: 'blocks/anhoerung/anhoerung.bpmn',
    content: repositoryFile('blocks/anhoerung/anhoerung.bpmn').replace('candidateGroups="=[rolle]"', 'candidateGroups="=[rolle, rolle]"'),
  });
  const submitted = async (files: File[], by = 'pv'): Promise<string> => {
    const changeId = await create(files, { by });
    must(await call(by, changeId, 'dry-run'), 200);
    must(await call(by, changeId, 'submit'), 200);
    return changeId;
  };
  /** Another release has changed the file. */
  const moveLive = (path: string, content: string): Promise<void> =>
    db.transaction((trx) => saveModelFiles(trx, [{ path, content }], 'pv-2'));
  return { ...office, must, create, read, put, call, plainText, legalRule, submitted, moveLive };
};
