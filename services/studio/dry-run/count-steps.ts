import { caseIdsIn } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { countByProcess, countOpenAt } from '../../engine/records/index.ts';
import type { ResolvedPart } from '../../engine/releases/index.ts';
import { diffFiles } from '../../models/index.ts';
import { readXml, walk } from '../../reading/index.ts';
import { wholeOffice } from '../../staff/index.ts';
import { describeFile, kindOf } from '../describe-file.ts';
import type { ChangedStep, DryRun } from './trial.ts';

/** What a task or wait shows to people or holds them to; a change of anything else is no matter of its open tasks. */
const aspects = ['groups', 'assignee', 'dueDate', 'form', 'timer'];

const nameOf: Record<string, string> = {
  groups: 'Gruppen',
  assignee: 'Person',
  dueDate: 'Fälligkeit',
  form: 'Formular',
  timer: 'Frist',
};

/** `base`: the live text it was made from, null where it is new; `content`: null where the file is to go. */
type ChangedFile = { path: string; base: string | null; content: string | null };

type Steps = Map<string, { processId: string; elementId: string; aspects: Set<string> }>;

const note = (steps: Steps, processId: string, elementId: string, aspect: string): void => {
  const key = `${processId} ${elementId}`;
  const known = steps.get(key) ?? { processId, elementId, aspects: new Set<string>() };
  known.aspects.add(nameOf[aspect] ?? aspect);
  steps.set(key, known);
};

/** Steps that show a form, in the models that are live. */
const stepsWithForm = (live: readonly ResolvedPart[], formId: string): { processId: string; elementId: string }[] =>
  live.flatMap((part) =>
    part.references
      .filter((each) => each.kind === 'form' && each.id === formId)
      .map(({ elementId }) => ({ processId: part.plainId, elementId })),
  );

const elementName = (live: readonly ResolvedPart[], processId: string, elementId: string): string => {
  const part = live.find((each) => each.kind === 'bpmn' && each.plainId === processId);
  const element = part && [...walk(readXml(part.content))].find((each) => each.attributes.id === elementId);
  return element?.attributes.name?.replace(/\s+/g, ' ') || elementId;
};

/** Open tasks at the steps whose groups, dates, forms or clocks change. They stay as they are. */
export const countSteps = async (db: Deps['db'], files: readonly ChangedFile[], live: readonly ResolvedPart[]): Promise<ChangedStep[]> => {
  const steps: Steps = new Map();
  for (const { path, base, content } of files) {
    if (base === null) continue;
    if (kindOf(path) === 'form') {
      for (const { processId, elementId } of stepsWithForm(live, describeFile(path, base).plainId))
        note(steps, processId, elementId, 'form');
    } else if (kindOf(path) === 'bpmn') {
      const processId = describeFile(path, base).plainId;
      for (const { aspect, elementId, how } of diffFiles([{ path, before: base, after: content }]).differences)
        if (how !== 'moved' && aspects.includes(aspect)) note(steps, processId, elementId, aspect);
    }
  }
  const found: ChangedStep[] = [];
  for (const [processId, own] of Map.groupBy(steps.values(), (step) => step.processId)) {
    const open = await countOpenAt(db, {
      plainId: processId,
      elementIds: own.map((step) => step.elementId),
      cases: caseIdsIn(db, wholeOffice),
    });
    for (const { elementId, aspects: what } of own) {
      const openTasks = open.get(elementId) ?? 0;
      const name = elementName(live, processId, elementId);
      found.push({ processId, elementId, name, openTasks, what: [...what] });
    }
  }
  return found;
};

/** Running cases of each process that becomes another: they stay on the release they began with. */
export const countStaying = async (
  db: Deps['db'],
  live: readonly ResolvedPart[],
  after: readonly ResolvedPart[],
): Promise<DryRun['staying']> => {
  const hashes = new Map(after.filter(({ kind }) => kind === 'bpmn').map(({ plainId, hash }) => [plainId, hash]));
  const changed = live.filter(({ kind, plainId, hash }) => kind === 'bpmn' && hashes.get(plainId) !== hash);
  const running = new Map((await countByProcess(db, caseIdsIn(db, wholeOffice))).map((each) => [each.plainId, each.running]));
  return changed
    .map(({ plainId, file, content }) => ({
      processId: plainId,
      name: describeFile(file, content).name,
      running: running.get(plainId) ?? 0,
    }))
    .filter((each) => each.running > 0)
    .sort((a, b) => b.running - a.running);
};
