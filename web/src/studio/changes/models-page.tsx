import { useState } from 'preact/hooks';
import type { Me } from '../../../../services/portal/answers.ts';
import type { ModelFile } from '../../../../services/studio/changes/answers.ts';
import { may } from '../../api/me.ts';
import { useStaffName } from '../../api/staff.ts';
import { useFormat } from '../../i18n/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEntryTexts } from '../entry-words.ts';
import { useModelFiles } from '../queries.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { useOpenForEditing } from './open-for-editing.ts';
import { useChangesTexts } from './words.ts';

const ModelRow = ({ file, edit, busy }: { file: ModelFile; edit: ((file: ModelFile) => void) | undefined; busy: boolean }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const { day } = useFormat();
  const nameOf = useStaffName();
  const { columns } = own.models;
  return (
    <tr>
      <th scope="row" lang="de">
        {file.name || file.plainId}
      </th>
      <td data-label={columns.kind}>{t.kinds[file.kind]}</td>
      <td data-label={columns.path} class="model-path">
        <code>{file.path}</code>
      </td>
      <td data-label={columns.changed}>
        <span class="nowrap">{day(file.changedAt)}</span> · {nameOf(file.changedBy)}
      </td>
      {edit && (
        <td>
          <LinkButton disabled={busy} aria-label={own.models.editLong(file.name || file.plainId)} onClick={() => edit(file)}>
            {own.models.edit}
          </LinkButton>
        </td>
      )}
    </tr>
  );
};

const Models = ({ me }: { me: Me }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const entry = useEntryTexts();
  const { data } = useModelFiles();
  const [query, setQuery] = useState('');
  const { open, busy, fault } = useOpenForEditing(me);
  const wanted = query.trim().toLocaleLowerCase('de');
  const items = data
    ?.filter((file) => file.kind !== 'vectors' && `${file.name} ${file.path}`.toLocaleLowerCase('de').includes(wanted))
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || (a.name || a.path).localeCompare(b.name || b.path, 'de'));
  const edit = (file: ModelFile): void => void open(file.path, entry.titleOf(file.name || file.plainId));
  const owns = may(me, 'edit-models');
  const { columns } = own.models;
  return (
    <>
      <header class="studio-head studio-head--list">
        <h1>{t.pages.models}</h1>
      </header>
      <StudioNav />
      <search>
        <form class="studio-search" onSubmit={(event) => event.preventDefault()}>
          <Field label={own.models.search} inline class="field--search">
            <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
          </Field>
          <span class="soft" role="status">
            {items && own.models.count(items.length)}
          </span>
        </form>
      </search>
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      {items?.length === 0 && <Notice>{own.models.none}</Notice>}
      {items && items.length > 0 && (
        <DataTable caption={own.models.caption}>
          <thead>
            <tr>
              {[columns.name, columns.kind, columns.path, columns.changed, ...(owns ? [columns.edit] : [])].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((file) => (
              <ModelRow key={file.path} file={file} busy={busy} edit={owns ? edit : undefined} />
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
};

/** Every model that is released, and the way into its editor. */
export const ModelsPage = () => <StudioFrame>{(me) => <Models me={me} />}</StudioFrame>;
