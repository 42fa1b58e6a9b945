import type { ChangeLine } from '../../../../services/studio/changes/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { changePath } from '../../paths.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFileName } from '../file-name.ts';
import { ClassWords, StateBadge } from '../state-badge.tsx';
import { useStudioTexts } from '../words.ts';
import { useChangesTexts } from './words.ts';

const few = 2;

const Row = ({ line }: { line: ChangeLine }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const { dayAndTime } = useFormat();
  const nameOf = useFileName();
  const { columns } = own.list;
  const files = line.files.filter((path) => !path.endsWith('.vectors.json'));
  return (
    <tr>
      <th scope="row">
        <a href={changePath(line.changeId)} lang={line.title ? 'de' : undefined}>
          {line.title || t.untitled}
        </a>{' '}
        <span class="change-number">{t.changeNo(line.number)}</span>
      </th>
      <td data-label={columns.what}>
        <ClassWords kind={line.class} legal={line.legal} />{' '}
        <span class="change-files" lang="de">
          {files
            .slice(0, few)
            .map((path) => nameOf(path).name)
            .join(', ')}
        </span>
        {files.length > few && <span class="change-files"> {own.list.more(files.length - few)}</span>}
      </td>
      <td data-label={columns.who}>{line.authors.map((each) => each.name).join(', ')}</td>
      <td data-label={columns.when} class="nowrap">
        {dayAndTime(line.submittedAt ?? line.changedAt)}
      </td>
      <td>
        <StateBadge state={line.state} />
        {line.state === 'zur-freigabe' && line.needs.length > 0 && (
          <span class="change-needs">{own.list.needs(line.needs.map((each) => t.signers[each]).join(', '))}</span>
        )}
      </td>
    </tr>
  );
};

/** Changes of one kind of state. */
export const ChangeTable = ({ id, title, lines }: { id: string; title: string; lines: readonly ChangeLine[] }) => {
  const t = useChangesTexts().list;
  return (
    <section class="change-group" aria-labelledby={`gruppe-${id}`}>
      <h2 id={`gruppe-${id}`}>
        {title} <span class="count">{lines.length}</span>
      </h2>
      <DataTable caption={t.captionOf(title)} class="table--changes">
        <ColumnHeads columns={t.columns} />
        <tbody>
          {lines.map((line) => (
            <Row key={line.changeId} line={line} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
};
