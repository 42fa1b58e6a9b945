import { findUnknownNorms } from '../../../legal/index.ts';
import type { Analysed } from './flow-of-values.ts';
import type { ArticleTextFile } from './live-set.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

const checkStep = (world: World, { path, article }: ArticleTextFile, report: Report): void => {
  const { process, elementId } = article?.content ?? {};
  if (!process) return;
  const place = { path, elementId: '' };
  const flow = world.flows.get(process)?.flow;
  if (!flow)
    report(
      place,
      'article-link',
      `Der Artikel gehört zum Ablauf ${inQuotes(process)}; den gibt es nicht.${nearest(process, world.flows.keys())}`,
    );
  const ids = flow?.nodes.map(({ id }) => id) ?? [];
  if (flow && elementId && !ids.includes(elementId))
    report(
      place,
      'article-link',
      `Der Artikel gehört zum Schritt ${inQuotes(elementId)}; den gibt es im Ablauf ${inQuotes(flow.name)} nicht.${nearest(elementId, ids)}`,
    );
};

/** Articles the office is delivered with: whoever works on the step they are about finds them there. */
export const checkArticles = (world: World, _: Analysed, report: Report): void => {
  for (const file of world.set.articles) {
    const place = { path: file.path, elementId: '' };
    if (!file.article) report(place, 'article-form', file.fault);
    checkStep(world, file, report);
    const owner = file.article?.content.owner ?? '';
    if (owner && !world.contract.groups.has(owner))
      report(
        place,
        'group-unknown',
        `Für den Artikel steht die Gruppe ${inQuotes(owner)}; die gibt es nicht.${nearest(owner, world.contract.groups)}`,
      );
    for (const message of findUnknownNorms(file.content)) report(place, 'norm-known', message);
  }
};
