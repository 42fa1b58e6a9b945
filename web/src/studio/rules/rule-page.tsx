import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { BpmnComparison } from '../../bpmn/comparison.tsx';
import type { Mark } from '../../bpmn/create-comparison.ts';
import { rulesPath } from '../../paths.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { useCompareTexts } from '../compare/words.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { type RulePage as RulePageWords, readRule } from './read-rules.ts';
import { useRulesTexts } from './words.ts';

const Drawings = ({ title, drawings }: { title: string; drawings: NonNullable<RulePageWords['drawings']> }) => {
  const t = useRulesTexts();
  const { zoomIn, zoomOut, fit } = useCompareTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const { element, wrong, right } = drawings;
  const marks = useMemo(() => {
    const before: readonly Mark[] = [{ elementId: element, kind: 'removed', sign: t.sign }];
    return { before, after: [] };
  }, [element, t.sign]);
  return (
    <BpmnComparison
      xml={{ before: wrong, after: right }}
      marks={marks}
      chosen={chosen}
      onSelect={setChosen}
      words={{
        group: t.pictures,
        labels: { before: `${t.wrong}: ${title}`, after: `${t.right}: ${title}` },
        titles: { before: t.wrong, after: t.right },
        zoomIn,
        zoomOut,
        fit,
      }}
    />
  );
};

const Page = ({ rule }: { rule: string }) => {
  const t = useRulesTexts();
  const { data, isPending } = useQuery({
    queryKey: ['rules', rule],
    queryFn: async () => (await readRule(rule)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return null;
  if (!data) return <NotFoundPage />;
  const { title, text, drawings } = data;
  return (
    <>
      <header class="studio-head studio-head--list">
        <div>
          <p>
            <a href={rulesPath}>{t.all}</a>
          </p>
          <h1 lang="de">{title}</h1>
        </div>
      </header>
      <div class="rule-text">
        <Markdown source={text} />
      </div>
      {drawings ? <Drawings title={title} drawings={drawings} /> : null}
    </>
  );
};

/** One rule for models, or one promise between them: what it asks, why, and how it looks wrong and right. Opened from what the check has found. */
export const RulePage = () => {
  const { params } = useRoute();
  return <StudioFrame>{() => <Page rule={params.rule ?? ''} />}</StudioFrame>;
};
