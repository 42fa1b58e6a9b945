import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { CasesHere } from './cases-here.tsx';
import { SectionsContext } from './marked.tsx';
import './norms.css';
import type { Norms } from '../../../services/norms/answers.ts';
import { normSearchPath } from '../paths.ts';
import { useNorms } from './queries.ts';
import { Results } from './results.tsx';
import { useNormsTexts } from './words.ts';

const Near = ({ title, norms }: { title: string; norms: readonly string[] }) =>
  norms.length === 0 ? null : (
    <nav class="norm-near" aria-label={title}>
      <span>{title}:</span>
      <ul>
        {norms.map((norm) => (
          <li key={norm}>
            <a href={normSearchPath(norm)}>{norm}</a>
          </li>
        ))}
      </ul>
    </nav>
  );

const countOf = ({ cases: _, ...hits }: Norms['hits']): number => Object.values(hits).reduce((sum, list) => sum + list.length, 0);

const Found = ({ data }: { data: Norms }) => {
  const t = useNormsTexts();
  const names = data.norms.map((each) => each.norm).join(', ');
  const count = countOf(data.hits);
  const paragraph = data.norms.find((each) => each.paragraph !== null)?.paragraph;
  return (
    <>
      <p class="norm-sum" role="status">
        {count === 0 ? t.nowhere(names) : t.found(names, count)}
      </p>
      {paragraph && count > 0 && <p class="soft">{t.only(paragraph)}</p>}
      <Near title={t.also} norms={data.near} />
      <div class="norm-columns">
        <SectionsContext.Provider value={data.norms.map((each) => each.section)}>
          <Results hits={data.hits} showExact={Boolean(paragraph)} />
        </SectionsContext.Provider>
        <CasesHere cases={data.hits.cases} />
      </div>
    </>
  );
};

/** What in the office rests on a section of the law. What is looked for stands in the address. */
export const NormsPage = () => {
  const t = useNormsTexts();
  const { query: address, route } = useLocation();
  const asked = (address.suche ?? '').trim().slice(0, 200);
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  const { data } = useNorms(asked);
  const search = (event: Event): void => {
    event.preventDefault();
    route(normSearchPath(typed.trim()));
  };
  return (
    <Page class="norms-page">
      <header>
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <search>
        <form class="norm-search" onSubmit={search}>
          <label>
            <span class="norm-search__label">{t.search}</span>
            <input
              type="search"
              maxLength={200}
              value={typed}
              aria-describedby="norm-hint"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <Button primary type="submit">
            {t.go}
          </Button>
          <p class="soft" id="norm-hint">
            {t.hint}
          </p>
        </form>
      </search>
      {asked !== '' && data && data.norms.length === 0 && (
        <Notice block class="norm-none">
          <p role="status">{data.understood ? t.unknown : t.notUnderstood}</p>
          <Near title={t.near} norms={data.near} />
        </Notice>
      )}
      {asked !== '' && data && data.norms.length > 0 && <Found data={data} />}
    </Page>
  );
};
