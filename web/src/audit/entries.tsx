import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../services/audit/answers.ts';
import { ApiFault } from '../api/client.ts';
import { useFormat } from '../i18n/format.ts';
import { searchOf } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ColumnHeads } from '../ui/column-heads.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { pathOf, useAuditFilter } from './filter.ts';
import { useEntries } from './queries.ts';
import { useActionWords, Who } from './who.tsx';
import { useAuditTexts } from './words.ts';

const Row = ({ entry }: { entry: Entry }) => {
  const t = useAuditTexts().list;
  const { dayAndTime } = useFormat();
  const { filter } = useAuditFilter();
  const wordsOf = useActionWords();
  const { at, outcome, aktenzeichen, actor, reason } = entry;
  return (
    <tr>
      <th scope="row">{dayAndTime(at)}</th>
      <td>
        <Who {...entry}>
          {(name) => (
            <a href={pathOf({ ...filter, actor }, 'entries')} aria-label={t.onlyActor(name)}>
              {name}
            </a>
          )}
        </Who>
      </td>
      <td data-label={t.columns.what}>
        {wordsOf(entry)}{' '}
        {outcome !== 'done' && <span class={`badge badge--${outcome === 'failed' ? 'alarm' : 'warn'}`}>{t.outcomes[outcome]}</span>}
      </td>
      <td data-label={aktenzeichen ? t.columns.case : undefined}>
        {aktenzeichen && (
          <a href={pathOf({ ...filter, case: aktenzeichen }, 'entries')} aria-label={t.onlyCase(aktenzeichen)}>
            {aktenzeichen}
          </a>
        )}
      </td>
      <td data-label={reason ? t.columns.reason : undefined} lang="de">
        {reason}
      </td>
    </tr>
  );
};

/** Who did what and when, refused and failed attempts among it; a page at a time. */
export const Entries = () => {
  const t = useAuditTexts().list;
  const { filter } = useAuditFilter();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(filter, true);
  const body = useRef<HTMLTableSectionElement>(null);
  const [said, setSaid] = useState('');
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const more = async (): Promise<void> => {
    const { data: grown } = await fetchNextPage();
    const all = grown?.pages.flatMap((page) => page.items).length ?? items.length;
    setSaid(t.added(all - items.length));
    body.current?.rows[items.length]?.querySelector('a')?.focus();
  };
  // A filter typed into the address may be none.
  if (error) return <Notice tone="warn">{error instanceof ApiFault ? <span lang="de">{error.message}</span> : t.none}</Notice>;
  return (
    <section aria-label={t.caption} class="audit-part">
      <div class="audit-bar">
        <p role="status">{data && (items.length === 0 ? t.none : t.shown(items.length, !hasNextPage))}</p>
        <ButtonLink small href={`/api/audit/export${searchOf({ ...filter })}`} download>
          {t.export}
        </ButtonLink>
      </div>
      {items.length > 0 && (
        <DataTable caption={t.caption} class="table--audit">
          <ColumnHeads columns={t.columns} />
          <tbody ref={body}>
            {items.map((entry) => (
              <Row key={entry.auditId} entry={entry} />
            ))}
          </tbody>
        </DataTable>
      )}
      {hasNextPage && (
        <Button primary small disabled={isFetchingNextPage} onClick={() => void more()}>
          {t.more}
        </Button>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
};
