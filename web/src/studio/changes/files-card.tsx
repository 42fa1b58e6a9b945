import { useState } from 'preact/hooks';
import type { Change, ChangedFile } from '../../../../services/studio/changes/answers.ts';
import { filePath } from '../../paths.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
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
              <LinkButton disabled={rebase.isPending} onClick={() => rebase.mutate(file)}>
                {outdated.rebase}
              </LinkButton>
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
          <LinkButton disabled={drop.isPending} aria-label={t.dropLong(name)} onClick={() => drop.mutate(file)}>
            {t.drop}
          </LinkButton>
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
      <Field label={own.files.add}>
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
      </Field>
      <Button small type="submit" disabled={!path || add.isPending}>
        {own.files.addDo}
      </Button>
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
    <Card id="dateien" title={t.title}>
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
    </Card>
  );
};
