import { useQuery } from '@tanstack/preact-query';
import { rulePath } from '../../paths.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { type RuleTitle, readTitles } from './read-rules.ts';
import { useRulesTexts } from './words.ts';

const Titles = ({ id, name, titles }: { id: string; name: string; titles: readonly RuleTitle[] }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{name}</h2>
    <ul class="rule-list" lang="de">
      {titles.map(({ rule, title }) => (
        <li key={rule}>
          <a href={rulePath(rule)}>{title}</a>
        </li>
      ))}
    </ul>
  </section>
);

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
      {data && (
        <div class="rule-lists">
          <Titles id="rules" name={own.rules} titles={data.rules} />
          <Titles id="promises" name={own.promises} titles={data.promises} />
        </div>
      )}
    </>
  );
};

/** All rules for models that have a page of their own. */
export const RulesPage = () => <StudioFrame>{() => <List />}</StudioFrame>;
