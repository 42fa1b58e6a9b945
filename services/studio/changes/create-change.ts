import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import { assertSeen } from '../../platform/if-match.ts';
import type { User } from '../../platform/route.ts';
import { nameFiles } from '../name-files.ts';
import { requireWriter } from '../rights.ts';
import { noteStep } from './change-log.ts';
import { insertChange, insertEditEvent, updateChange } from './changes-store.ts';
import { assertEditable, classOf, type EditDeps } from './edit-files.ts';
import { saveFileRow, selectFiles } from './files-store.ts';
import { lockExisting, readLive } from './load-change.ts';
import { readContent } from './read-content.ts';

export type NewChange = { title: string; reason: string; files: { path: string; content?: string }[] };

/** Begins a change. Files without a text are taken from the live set; a change without a title is called after its first file. */
export const createChange = async (deps: EditDeps, user: User, wanted: NewChange): Promise<string> => {
  requireWriter(user);
  const paths = wanted.files.map((file) => file.path);
  if (new Set(paths).size < paths.length) throw new Invalid('Eine Datei steht doppelt in der Liste.');
  return deps.db.transaction(async (trx) => {
    const at = nowOf(deps);
    const live = await readLive(trx);
    const files = wanted.files.map(({ path, content }) => {
      const base = live.get(path);
      const text = content ?? base?.content;
      if (text === undefined) throw new Invalid(`Die Datei ${path} gibt es nicht.`);
      return { path, content: readContent(path, text), base: base?.content ?? null, baseHash: base?.hash ?? null };
    });
    const [first] = files;
    const nameFile = nameFiles([...live.values(), ...files]);
    const title = wanted.title || (first ? `Änderung an „${nameFile(first.path, first.content).name}“` : 'Neue Änderung');
    const changeId = await insertChange(trx, { title, reason: wanted.reason, by: user.account, at });
    for (const file of files) await saveFileRow(trx, changeId, { ...file, savedAt: at, savedBy: user.account });
    try {
      const { class: found, legal } = classOf(await selectFiles(trx, changeId));
      await updateChange(trx, changeId, { class: found, legal });
    } catch (error) {
      deps.log.debug({ err: error, changeId }, 'studio: a draft cannot be compared yet');
    }
    await noteStep(trx, changeId, { by: user.account, at, what: 'angelegt', action: 'create change', payload: { paths } });
    return changeId;
  });
};

/** Title and reason of a draft. */
export const describeChange = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  user: User,
  changeId: string,
  { seen, ...words }: { title?: string; reason?: string; seen?: number | undefined },
): Promise<void> => {
  requireWriter(user);
  await deps.db.transaction(async (trx) => {
    const change = await lockExisting(trx, changeId);
    assertEditable({ change });
    const { wordsVersion: version, wordsBy: by, wordsAt } = change;
    assertSeen(
      seen,
      { version, by, at: wordsAt },
      'Inzwischen hat jemand anderes Titel oder Grund geändert. Bitte sehen Sie sich beides an.',
    );
    const at = nowOf(deps);
    const marks = { changedAt: at, wordsVersion: version + 1, wordsBy: user.account, wordsAt: at };
    await updateChange(trx, changeId, { ...words, ...marks, authors: [...new Set([...change.authors, user.account])] });
    await insertEditEvent(trx, changeId, { by: user.account, at, text: 'Titel und Grund' });
    await audit(trx, { actor: user.account, action: 'describe change', object: `change ${changeId}`, outcome: 'done' });
  });
};
