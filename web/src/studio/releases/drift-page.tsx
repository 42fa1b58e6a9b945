import { ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDrift } from '../queries.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { useReleasesTexts } from './words.ts';

const Comparison = () => {
  const t = useStudioTexts();
  const own = useReleasesTexts();
  const { data } = useDrift();
  const differing = data?.filter(({ state }) => state !== 'gleich');
  const { columns } = own.drift;
  return (
    <>
      <header class="studio-head studio-head--list">
        <div>
          <h1>{t.pages.drift}</h1>
          <p class="soft">{own.drift.lead}</p>
        </div>
      </header>
      <StudioNav />
      {differing && (
        <Notice role="status" tone={differing.length === 0 ? 'good' : undefined} class="drift-state">
          {differing.length === 0 ? own.drift.same : own.drift.count(differing.length)}
        </Notice>
      )}
      {differing && differing.length > 0 && (
        <>
          <DataTable caption={own.drift.caption} class="table--drift">
            <thead>
              <tr>
                <th scope="col">{columns.path}</th>
                <th scope="col">{columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(({ path, state }) => (
                <tr key={path}>
                  <th scope="row">
                    <code>{path}</code>
                  </th>
                  <td data-label={columns.state}>{own.drift.states[state]}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p>
            <ButtonLink small href="/api/model-drift/export" download>
              {own.drift.export}
            </ButtonLink>
          </p>
          <p class="field__hint">{own.drift.exportHint}</p>
        </>
      )}
    </>
  );
};

/** What runs against what the repository holds. */
export const DriftPage = () => <StudioFrame>{() => <Comparison />}</StudioFrame>;
