import { useState } from 'preact/hooks';
import type { ReleaseLine } from '../../../../services/studio/releases/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { releasePath } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useReleases } from '../queries.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { useReleasesTexts } from './words.ts';

const PAGE = 50;

const Row = ({ line }: { line: ReleaseLine }) => {
  const own = useReleasesTexts();
  const { dayAndTime } = useFormat();
  const { columns } = own;
  return (
    <tr>
      <td data-label={columns.no} class="number">
        {line.releaseNo}
      </td>
      <th scope="row">
        <a href={releasePath(line.releaseNo)} lang="de">
          {line.title}
        </a>{' '}
        <span class="release-kind">{own.kinds[line.kind]}</span>{' '}
        {line.undoneBy !== null && <span class="badge badge--warn">{own.undone(line.undoneBy)}</span>}
        {line.reason && line.reason !== line.title && (
          <span class="release-reason" lang="de">
            {line.reason}
          </span>
        )}
      </th>
      <td data-label={columns.who}>
        {line.approvedByNames.length > 0 ? own.by(line.authorName, line.approvedByNames.join(', ')) : line.authorName}
      </td>
      <td data-label={columns.when} class="nowrap">
        {dayAndTime(line.at)}
      </td>
      <td data-label={columns.files}>{line.files.length > 0 && own.files(line.files.length)}</td>
    </tr>
  );
};

const Releases = () => {
  const t = useStudioTexts();
  const own = useReleasesTexts();
  const [before, setBefore] = useState<number>();
  const { data } = useReleases(before);
  const { columns } = own;
  const last = data?.at(-1)?.releaseNo;
  return (
    <>
      <header class="studio-head studio-head--list">
        <div>
          <h1>{t.pages.releases}</h1>
          <p class="soft">{own.lead}</p>
        </div>
      </header>
      <StudioNav />
      {data?.length === 0 && <Notice>{own.none}</Notice>}
      {data && data.length > 0 && (
        <DataTable caption={own.caption} class="table--releases">
          <thead>
            <tr>
              <th scope="col" class="number">
                {columns.no}
              </th>
              {[columns.title, columns.who, columns.when, columns.files].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((line) => (
              <Row key={line.releaseNo} line={line} />
            ))}
          </tbody>
        </DataTable>
      )}
      <div class="buttons">
        {before !== undefined && (
          <Button small onClick={() => setBefore(undefined)}>
            {own.newest}
          </Button>
        )}
        {data?.length === PAGE && last !== undefined && (
          <Button small onClick={() => setBefore(last)}>
            {own.older}
          </Button>
        )}
      </div>
    </>
  );
};

/** What came into force, newest first. */
export const ReleasesPage = () => <StudioFrame>{() => <Releases />}</StudioFrame>;
