import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ListedCase } from '../../../services/cases/answers.ts';
import { useSearch } from '../api/search.ts';
import { useFormat } from '../i18n/format.ts';
import { sectionIds } from '../office/sachgebiete.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import { casePath, casesPath } from '../paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { DueText } from '../ui/due-text.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { type CaseFilter, useCaseList } from './queries.ts';
import { useCasesTexts } from './words.ts';
import './case-list.css';

type Filter = CaseFilter;

const keys = ['query', 'section', 'status', 'mine', 'sort'] as const;

/** The filter stands in the address: a list can be kept as a bookmark and the way back finds it again. */
const useFilter = (): [Filter, (next: Filter) => void] => {
  const { query, route } = useLocation();
  const filter: Filter = Object.fromEntries(keys.flatMap((key) => (query[key] ? [[key, query[key]]] : [])));
  const go = (next: Filter): void => {
    const params = new URLSearchParams(Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1])));
    route(params.size > 0 ? `${casesPath}?${params}` : casesPath);
  };
  return [filter, go];
};

const Filters = ({ filter, go }: { filter: Filter; go: (next: Filter) => void }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const [text, setText] = useState(filter.query ?? '');
  const select = (label: string, key: 'section' | 'status' | 'sort', options: [string, string][]) => (
    <Field label={label} inline>
      <select value={filter[key] ?? options[0]?.[0]} onChange={(event) => go({ ...filter, [key]: event.currentTarget.value })}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <search>
      <form
        class="case-filters"
        onSubmit={(event) => {
          event.preventDefault();
          go({ ...filter, query: text.trim() });
        }}
      >
        <Field label={t.list.search} inline class="field--search">
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </Field>
        <Button primary small type="submit">
          {t.list.searchButton}
        </Button>
        {select(t.list.section, 'section', [
          ['', t.list.allSections],
          ...sectionIds.map((id): [string, string] => [id, office.sectionLong(id)]),
        ])}
        {select(t.list.status, 'status', [['', t.list.anyStatus], ...Object.entries(office.status)])}
        {select(t.list.sort, 'sort', Object.entries(t.list.sorts))}
        <label class="check">
          <input
            type="checkbox"
            checked={filter.mine === 'true'}
            onChange={(event) => go({ ...filter, mine: event.currentTarget.checked ? 'true' : undefined })}
          />
          {t.list.mine}
        </label>
        {Object.keys(filter).length > 0 && (
          <LinkButton
            onClick={() => {
              setText('');
              go({});
            }}
          >
            {t.list.reset}
          </LinkButton>
        )}
      </form>
    </search>
  );
};

const Row = ({ found }: { found: ListedCase }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const { day } = useFormat();
  const anliegenName = useAnliegenName();
  return (
    <tr>
      <th scope="row">
        <a href={casePath(found.caseId)}>{found.aktenzeichen}</a>
      </th>
      <td class="person-name">
        {found.person}
        {found.birthDate && <span class="born">{t.search.born(day(found.birthDate))}</span>}
      </td>
      <td data-label={t.list.columns.anliegen}>
        {found.anliegen ? anliegenName(found.anliegen) : <span class="soft">{t.search.masked}</span>}
      </td>
      <td>
        <StatusBadge status={found.status} outcome={found.outcome} />
      </td>
      <td data-label={t.list.columns.section}>
        {found.section ? [office.sectionShort(found.section), found.team].filter(Boolean).join(' · ') : t.unrouted}
      </td>
      <td data-label={found.deadline && !found.closedAt ? t.list.columns.deadline : undefined}>
        {found.deadline && !found.closedAt && (
          <>
            {day(found.deadline)} <DueText deadline={found.deadline} />
          </>
        )}
      </td>
      <td data-label={t.list.columns.received}>{day(found.receivedAt)}</td>
    </tr>
  );
};

/** The cases one may see: filtered, searched, a page at a time. */
export const CaseListPage = () => {
  const t = useCasesTexts();
  const [filter, go] = useFilter();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } = useCaseList(filter);
  const body = useRef<HTMLTableSectionElement>(null);
  // Only who has found nobody is told that a colleague may have.
  const elsewhere = useSearch(data?.pages[0]?.items.length === 0 ? (filter.query ?? '') : '')?.elsewhere;
  const [said, setSaid] = useState('');
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const { aktenzeichen, person, anliegen, status, section, deadline, received } = t.list.columns;
  const more = async (): Promise<void> => {
    const before = items.length;
    const { data: grown } = await fetchNextPage();
    const count = (grown?.pages.flatMap((page) => page.items).length ?? before) - before;
    setSaid(t.list.added(count));
    body.current?.querySelectorAll('a')[before]?.focus();
  };
  return (
    <Page class="case-list-page">
      <div class="case-list-page__head">
        <h1>{t.title}</h1>
        <p class="case-list-page__count" role="status">
          {data && t.list.shown(items.length, !hasNextPage)}
        </p>
      </div>
      <Filters filter={filter} go={go} key={filter.query ?? ''} />
      {data && items.length === 0 && <Notice>{Object.keys(filter).length > 0 ? t.list.none : t.list.noneAtAll}</Notice>}
      {data?.pages[0]?.many && <Notice>{t.search.many}</Notice>}
      {elsewhere && <Notice>{t.search.elsewhere}</Notice>}
      {items.some((each) => each.anliegen === null) && <Notice>{t.search.maskedHint}</Notice>}
      {items.length > 0 && (
        <DataTable caption={t.list.caption} class="table--cases" aria-busy={isPending}>
          <thead>
            <tr>
              {[aktenzeichen, person, anliegen, status, section, deadline, received].map((each) => (
                <th scope="col" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {items.map((found) => (
              <Row key={found.caseId} found={found} />
            ))}
          </tbody>
        </DataTable>
      )}
      {hasNextPage && (
        <Button primary small disabled={isFetchingNextPage} onClick={() => void more()}>
          {t.list.more}
        </Button>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </Page>
  );
};
