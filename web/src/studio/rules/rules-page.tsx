import { useQuery } from '@tanstack/preact-query';
import { rulePath } from '../../paths.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { readTitle, rulesWithPage } from './read-rules.ts';
import { useRulesTexts } from './words.ts';

const readTitles = () => Promise.all(rulesWithPage.map(async (rule) => ({ rule, title: await readTitle(rule) })));

const List = () => {
  const t = useStudioTexts();
  const own = useRulesTexts();
  const { data } = useQuery({ queryKey: ['rules'], queryFn: readTitles, staleTime: Number.POSITIVE_INFINITY });
  return (
    <>
      <header class="studio-head studio-head--list">
        <div>
          <h1>{t.pages.rules}</h1>
          <p class="soft">{own.lead}</p>
        </div>
      </header>
      <StudioNav />
      <ul class="rule-list" lang="de">
        {data?.map(({ rule, title }) => (
          <li key={rule}>
            <a href={rulePath(rule)}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** All rules for models that have a page of their own. */
export const RulesPage = () => <StudioFrame>{() => <List />}</StudioFrame>;
