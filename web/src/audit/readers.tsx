import type { AuditReader } from '../../../services/audit/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { pathOf, useAuditFilter } from './filter.ts';
import { useChosen } from './person-picker.tsx';
import { useReaders } from './queries.ts';
import { useActionWords, Who } from './who.tsx';
import { useAuditTexts } from './words.ts';

const Row = ({ reader }: { reader: AuditReader }) => {
  const t = useAuditTexts().read;
  const { dayAndTime, number } = useFormat();
  const { filter } = useAuditFilter();
  const wordsOf = useActionWords();
  const { person = '', from = '', to = '' } = filter;
  const words = reader.actions.map((action, index) => wordsOf({ action, words: reader.words[index] ?? action }));
  return (
    <tr>
      <th scope="row">
        <Who {...reader}>
          {(name) => (
            <a href={pathOf({ person, from, to, actor: reader.actor, kind: 'read' }, 'entries')} aria-label={t.entriesOf(name)}>
              {name}
            </a>
          )}
        </Who>
      </th>
      <td class="number" data-label={t.columns.times}>
        {number(reader.times)}
      </td>
      <td data-label={t.columns.first}>{dayAndTime(reader.first)}</td>
      <td data-label={t.columns.last}>{dayAndTime(reader.last)}</td>
      <td data-label={t.columns.what}>{words.join(', ')}</td>
    </tr>
  );
};

/** What a person may ask of the office (Art. 15 DSGVO): who has read something of them. */
export const Readers = () => {
  const t = useAuditTexts();
  const { filter } = useAuditFilter();
  const chosen = useChosen();
  const { data } = useReaders(filter, true);
  if (!filter.person) return <Notice role="status">{t.read.choose}</Notice>;
  return (
    <section aria-labelledby="leser" class="audit-part">
      <h2 id="leser">{t.read.title(chosen?.name ?? t.filter.unknown)}</h2>
      <p class="soft">{t.read.lead}</p>
      <p role="status">{data && (data.length === 0 ? t.read.none : t.read.shown(data.length))}</p>
      {data && data.length > 0 && (
        <DataTable caption={t.read.caption} class="table--audit">
          <thead>
            <tr>
              {Object.entries(t.read.columns).map(([key, name]) => (
                <th scope="col" key={key} class={key === 'times' ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((reader) => (
              <Row key={reader.actor} reader={reader} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
};
