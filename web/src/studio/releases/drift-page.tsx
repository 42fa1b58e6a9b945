import '../../ui/cards.css';
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
        <p role="status" class={differing.length === 0 ? 'notice notice--good drift-state' : 'notice drift-state'}>
          {differing.length === 0 ? own.drift.same : own.drift.count(differing.length)}
        </p>
      )}
      {differing && differing.length > 0 && (
        <>
          <div class="scroll">
            <table class="table table--stack table--drift">
              <caption class="visually-hidden">{own.drift.caption}</caption>
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
            </table>
          </div>
          <p>
            <a class="button button--small" href="/api/model-drift/export" download>
              {own.drift.export}
            </a>
          </p>
          <p class="field__hint">{own.drift.exportHint}</p>
        </>
      )}
    </>
  );
};

/** What runs against what the repository holds. */
export const DriftPage = () => <StudioFrame>{() => <Comparison />}</StudioFrame>;
