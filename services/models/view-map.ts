import { caseIdsIn, countOpenCases } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { countByProcess, type ProcessFigures } from '../engine/records/index.ts';
import { rowsOf, sectionIds } from '../office/index.ts';
import type { User } from '../platform/route.ts';
import type { ProcessModel } from '../reading/index.ts';
import { countScope, hasRight } from '../staff/index.ts';
import type { Landscape, MapProcess } from './answers.ts';
import { findProcess, findTables } from './read-released.ts';
import { listRoutingTargets } from './routing-targets.ts';
import { withheldProcesses } from './withheld.ts';

type MapDeps = Pick<Deps, 'db' | 'releases'>;

const none = { running: 0, openTasks: 0, incidents: 0 };

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id): id is string => id !== null))];

const figuresOf = (id: string, counted: ProcessFigures[] | null): MapProcess['figures'] => {
  const { running, openTasks, incidents } = counted?.find((each) => each.plainId === id) ?? none;
  return counted && { running, openTasks, incidents };
};

const mapProcess = (model: ProcessModel, version: number, counted: ProcessFigures[] | null): MapProcess => {
  return {
    id: model.id,
    name: model.name,
    version,
    summary: model.documentation,
    norm: model.properties.norm ?? null,
    lawAsOf: model.properties.rechtsstand ?? null,
    notice: model.properties.hinweis ?? null,
    calls: unique(model.elements.map((element) => element.calledProcess)),
    decisions: unique(model.elements.map((element) => element.calledDecision)),
    figures: figuresOf(model.id, counted),
  };
};

const listDecisions = async ({ releases }: MapDeps, processes: MapProcess[]): Promise<Landscape['decisions']> => {
  const files = await releases.list({ kind: 'dmn', currentOnly: true });
  const read = await Promise.all(files.map((file) => findTables(releases, file.plainId)));
  return read.flatMap((file) =>
    (file?.read ?? []).map((table) => ({
      id: table.id,
      name: table.name,
      version: file?.version ?? 1,
      rules: table.rules.length,
      usedBy: processes.filter((process) => process.decisions.includes(table.id)).map((process) => process.id),
      neededBy: (file?.read ?? []).filter((other) => other.requires.some((need) => need.decision === table.id)).map((other) => other.id),
    })),
  );
};

/**
 * The office's processes as a landscape: those a section works on, those planned there, the roots every case runs in and the blocks several processes share.
 * Figures are of the cases this user may count.
 */
export const viewMap = async (deps: MapDeps, user: User): Promise<Landscape> => {
  const { db, releases } = deps;
  const scope = countScope(user);
  // A process several sections work on is counted in each with the cases of that section, so that no case stands there twice.
  const countIn = async (section: string): Promise<ProcessFigures[] | null> =>
    scope
      ? countByProcess(db, caseIdsIn(db, { ...scope, sections: scope.sections.filter((each) => each === section), unrouted: false }))
      : null;
  const [counted, countedIn, openCases, released, allTargets] = await Promise.all([
    scope ? countByProcess(db, caseIdsIn(db, scope)) : null,
    Promise.all(sectionIds.map(async (id) => [id, await countIn(id)] as const)).then((all) => new Map(all)),
    scope ? countOpenCases(db, scope) : null,
    releases.list({ kind: 'bpmn', currentOnly: true }),
    listRoutingTargets(releases),
  ]);
  const found = await Promise.all(released.map((each) => findProcess(releases, each.plainId)));
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'de');
  const targets = allTargets.filter((target) => !target.hidden || hasRight(user, 'see-hidden-cases'));
  const targeted = new Set(targets.map((target) => target.process));
  // What only hidden matters are routed to is not "one of the others" either.
  const withheld = withheldProcesses(allTargets, user);
  const models = found.flatMap((each) =>
    each && !withheld.has(each.read.id) ? [{ model: each.read, shown: mapProcess(each.read, each.version, counted) }] : [],
  );
  const ofKind = (kind: string): MapProcess[] =>
    models
      .filter(({ model }) => !targeted.has(model.id) && model.properties.art === kind)
      .map((each) => each.shown)
      .sort(byName);
  const placed = new Set([...targeted, ...ofKind('wurzel').map((each) => each.id), ...ofKind('baustein').map((each) => each.id)]);
  const processes = models.map((each) => each.shown);
  return {
    counted: scope === undefined ? 'none' : scope.sections.length === sectionIds.length && scope.unrouted ? 'office' : 'own',
    sections: rowsOf('sachgebiete').map(({ code: id, de: name }) => {
      const own = targets.filter((target) => target.section === id);
      const here = countedIn.get(id) ?? null;
      /** Beside those routed here: what has been brought here by hand. */
      const isHere = (process: MapProcess): boolean =>
        own.some((target) => target.process === process.id) ||
        (targeted.has(process.id) && (figuresOf(process.id, here)?.running ?? 0) > 0);
      return {
        id,
        name,
        openCases: openCases && (openCases.find((each) => each.section === id)?.open ?? 0),
        processes: processes
          .filter(isHere)
          .map((each) => ({ ...each, figures: figuresOf(each.id, here) }))
          .sort(byName),
        /** Named by the routing table, without a model yet: their cases are sorted by hand. */
        planned: own
          .filter((target) => !processes.some((each) => each.id === target.process))
          .map(({ process, anliegen }) => ({ id: process, anliegen })),
      };
    }),
    unrouted: openCases && (openCases.find((each) => each.section === null)?.open ?? 0),
    roots: ofKind('wurzel'),
    blocks: ofKind('baustein'),
    others: processes.filter((each) => !placed.has(each.id)).sort(byName),
    decisions: (await listDecisions(deps, processes)).sort(byName),
  };
};
