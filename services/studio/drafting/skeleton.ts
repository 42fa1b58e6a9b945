import type { Deps } from '../../deps.ts';
import { listModelFiles, vectorsPathOf } from '../../engine/releases/index.ts';
import { type Example, exampleFor } from '../../models/index.ts';
import { nameOf } from '../../office/index.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { readDecisionTables } from '../../reading/index.ts';
import { filesAfter, loadChange } from '../changes/load-change.ts';
import { describeFile } from '../describe-file.ts';
import { requireReader } from '../rights.ts';
import { skeletonForm, skeletonProcess } from './skeleton-texts.ts';

type Text = { path: string; content: string };

/** The state of the law the office's models are at. */
export const lawStateOf = (files: readonly Text[]): string => {
  const days = files.flatMap(({ content }) =>
    [...content.matchAll(/name="rechtsstand" value="(\d{4}-\d\d-\d\d)"/g)].map((match) => match[1] ?? ''),
  );
  return days.sort().at(-1) ?? '2026-01-01';
};

/** A process of one task that runs as it is. Nothing is stored, so whoever reads here may look at one. */
export const makeProcess = async (
  deps: Pick<Deps, 'db'>,
  user: User,
  { id, name, section }: { id: string; name: string; section: string },
): Promise<{ files: Text[] }> => {
  requireReader(user);
  const live = await listModelFiles(deps.db);
  const taken = live.find((file) => file.path.startsWith(`${id}/`) || describeFile(file.path, file.content).plainId === id);
  if (taken) throw new Conflict(`Die Kennung „${id}“ ist schon vergeben (${taken.path}).`);
  const skeleton = { id, name, sectionName: nameOf('sachgebiete', section), rechtsstand: lawStateOf(live) };
  return {
    files: [
      { path: `${id}/${id}.bpmn`, content: skeletonProcess(skeleton) },
      { path: `${id}/${id}-bearbeiten.form`, content: skeletonForm(`${id}-bearbeiten`) },
    ],
  };
};

const examplesIn = (files: readonly Text[], path: string): Example[] => {
  try {
    return JSON.parse(files.find((file) => file.path === vectorsPathOf(path))?.content ?? '[]') as Example[];
  } catch {
    return [];
  }
};

/**
 * An example for a row of a table as it stands in the draft; null where no inputs lead to just this row. The inputs are looked for here, with a display's own reading of the cells;
 * what they lead to and what is answered is the engine's word (services/engine/trial). Throws Unavailable where it cannot be asked.
 */
export const makeExample = async (
  deps: Pick<Deps, 'db' | 'trial'>,
  user: User,
  { changeId, path, ruleId, decisionId }: { changeId: string; path: string; ruleId: string; decisionId?: string },
): Promise<{ vector: Example | null }> => {
  requireReader(user);
  const files = filesAfter(await loadChange(deps.db, changeId));
  const xml = files.find((file) => file.path === path)?.content;
  const table = xml
    ? readDecisionTables(xml).find((each) => (!decisionId || each.id === decisionId) && each.rules.some((rule) => rule.id === ruleId))
    : undefined;
  if (!xml || !table) throw new NotFound();
  const proposed = exampleFor({ xml, decisionId: table.id, vectors: examplesIn(files, path) }, ruleId);
  if (!proposed) return { vector: null };
  const { failure, output, steps } = await deps.trial.evaluate({ content: xml, decision: table.id, variables: proposed.input });
  const applied = failure === '' && steps.at(-1)?.decision === table.id && steps.at(-1)?.rules.includes(ruleId);
  return { vector: applied ? { ...proposed, output } : null };
};
