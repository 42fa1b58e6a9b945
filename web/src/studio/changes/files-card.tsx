import { useState } from 'preact/hooks';
import type { Change, ChangedFile } from '../../../../services/studio/changes/answers.ts';
import { filePath } from '../../paths.ts';
import { changeCalls, useChangeAct, useModelFiles } from '../queries.ts';
import { useStudioTexts } from '../words.ts';
import { UploadFile } from './upload-file.tsx';
import { useChangesTexts } from './words.ts';

const FileLine = ({ change, file, edits }: { change: Change; file: ChangedFile; edits: boolean }) => {
  const t = useChangesTexts().files;
  const { kinds, outdated } = useStudioTexts();
  const { name } = file;
  const drop = useChangeAct(change.changeId, changeCalls(change.changeId).dropFile);
  const rebase = useChangeAct(change.changeId, changeCalls(change.changeId).rebaseFile);
  const state = file.isNew ? t.isNew : file.removed ? t.removed : file.changed ? undefined : t.unchanged;
  // Examples are edited below their table.
  const opens = edits && !file.removed && file.kind !== 'vectors';
  return (
    <li class="file-line">
      <span class="file-line__words">
        <span class="file-line__kind">{kinds[file.kind]}</span> <strong lang="de">{name}</strong>
        {state && <span class="badge file-line__state">{state}</span>}
        <code class="file-line__path">{file.path}</code>
        {file.stale && (
          <span class="file-line__stale">
            {outdated.stale}{' '}
            {edits && (
              <button type="button" class="link-button" disabled={rebase.isPending} onClick={() => rebase.mutate(file)}>
                {outdated.rebase}
              </button>
            )}
          </span>
        )}
      </span>
      {edits && (
        <span class="file-line__tools">
          {opens && (
            <a href={filePath(change.changeId, file.path)} aria-label={t.editLong(name)}>
              {t.edit}
            </a>
          )}
          <button
            type="button"
            class="link-button"
            disabled={drop.isPending}
            aria-label={t.dropLong(name)}
            onClick={() => drop.mutate(file)}
          >
            {t.drop}
          </button>
          {drop.error && (
            <span class="field__fault" role="alert">
              {drop.error.message}
            </span>
          )}
        </span>
      )}
    </li>
  );
};

/** An existing model joins the change. */
const AddFile = ({ change }: { change: Change }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const { data } = useModelFiles();
  const [path, setPath] = useState('');
  const add = useChangeAct(change.changeId, changeCalls(change.changeId).addFile);
  const taken = new Set(change.files.map((file) => file.path));
  const free = (data ?? []).filter((each) => each.kind !== 'vectors' && !taken.has(each.path));
  return (
    <form
      class="file-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (path) add.mutate(path, { onSuccess: () => setPath('') });
      }}
    >
      <label class="field">
        <span class="field__label">{own.files.add}</span>
        <select value={path} onChange={(event) => setPath(event.currentTarget.value)}>
          <option value="">{own.files.choose}</option>
          {(['bpmn', 'dmn', 'form'] as const).map((kind) => (
            <optgroup key={kind} label={t.kinds[kind]}>
              {free
                .filter((each) => each.kind === kind)
                .map((each) => (
                  <option key={each.path} value={each.path} lang="de">
                    {each.name || each.path}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="button button--small" disabled={!path || add.isPending}>
        {own.files.addDo}
      </button>
      {add.error && (
        <p class="field__fault" role="alert">
          {add.error.message}
        </p>
      )}
    </form>
  );
};

/** The files of a change, each a way into its editor. */
export const FilesCard = ({ change, edits }: { change: Change; edits: boolean }) => {
  const t = useChangesTexts().files;
  return (
    <section class="case-card" aria-labelledby="dateien">
      <h2 id="dateien">{t.title}</h2>
      {change.files.length === 0 && <p class="soft">{t.none}</p>}
      <ul class="file-list">
        {change.files.map((file) => (
          <FileLine key={file.path} change={change} file={file} edits={edits} />
        ))}
      </ul>
      {edits && (
        <details class="fold" open={change.files.length === 0}>
          <summary>{t.add}</summary>
          <div class="file-more">
            <AddFile change={change} />
            <UploadFile change={change} />
          </div>
        </details>
      )}
    </section>
  );
};
