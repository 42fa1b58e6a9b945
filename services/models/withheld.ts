import type { ReleaseContent, Releases } from '../engine/releases/index.ts';
import type { User } from '../platform/route.ts';
import { hasRight, isHiddenAnliegen } from '../staff/index.ts';
import { findProcess } from './read-released.ts';
import { listRoutingTargets, type RoutingTarget } from './routing-targets.ts';

export type Withheld = {
  /** Processes only hidden matters are routed to. */
  processes: ReadonlySet<string>;
  /** Forms only such processes show. */
  forms: ReadonlySet<string>;
  /** Whether a text names such a process or matter, or says that there are hidden cases beside others. */
  isNamedIn: (text: string) => boolean;
};

const nothing: Withheld = { processes: new Set(), forms: new Set(), isNamedIn: () => false };
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Processes that exist for the circle of hidden cases alone, as far as this user is outside it. */
export const withheldProcesses = (targets: readonly RoutingTarget[], user: User): ReadonlySet<string> => {
  if (hasRight(user, 'see-hidden-cases')) return nothing.processes;
  const open = new Set(targets.filter((target) => !target.hidden).map((target) => target.process));
  return new Set(targets.map((target) => target.process).filter((process) => !open.has(process)));
};

/** What exists for that circle alone, with a look for its names in texts. */
export const listWithheld = async (releases: Releases, user: User): Promise<Withheld> => {
  if (hasRight(user, 'see-hidden-cases')) return nothing;
  const targets = await listRoutingTargets(releases);
  const hidden = targets.filter((target) => target.hidden);
  if (hidden.length === 0) return nothing;
  const matters = [...new Set(hidden.flatMap((target) => target.anliegen))].filter(isHiddenAnliegen);
  const processes = withheldProcesses(targets, user);
  const names: string[] = [];
  const [closed, open] = [new Set<string>(), new Set<string>()];
  // Some have no model yet, and asking for one makes the list of releases be read anew.
  for (const { plainId } of await releases.list({ kind: 'bpmn', currentOnly: true })) {
    const model = (await findProcess(releases, plainId))?.read;
    if (model && processes.has(plainId)) names.push(model.name);
    const forms = processes.has(plainId) ? closed : open;
    for (const { formId } of model?.elements ?? []) if (formId) forms.add(formId);
  }
  // Codes are words of their own; the name of a process may have an ending.
  const codes = `(?<![\\p{L}\\p{N}_])(?:${[...processes, ...matters].map(literally).join('|')})(?![\\p{L}\\p{N}_])`;
  const words = new RegExp(
    [codes, 'verdeckte[rnms]? Nebenvorg', ...names.map((name) => `(?<![\\p{L}\\p{N}_])${literally(name)}`)].join('|'),
    'u',
  );
  return { processes, forms: closed.difference(open), isNamedIn: (text) => words.test(text) };
};

const rules = /[ \t]*<((?:\w+:)?rule)\b[^>]*>.*?<\/\1>\r?\n?/gs;
const redacted = new WeakMap<ReleaseContent, ReleaseContent>();

/** Rows that send something there, or say why, are not in the table. */
const withoutRows = (found: ReleaseContent, { isNamedIn }: Withheld): ReleaseContent => {
  const known = redacted.get(found);
  if (known) return known;
  const cut = (text: string): string => text.replaceAll(rules, (rule) => (isNamedIn(rule) ? '' : rule));
  const shown = { ...found, content: cut(found.content), deployedContent: cut(found.deployedContent) };
  redacted.set(found, shown);
  return shown;
};

/** The releases as this user may know them: every route that shows models reads them through this. */
export const releasesFor = async (releases: Releases, user: User): Promise<Releases> => {
  const withheld = await listWithheld(releases, user);
  if (withheld === nothing) return releases;
  const isOpen = (kind: string | undefined, plainId: string): boolean =>
    !((kind === undefined || kind === 'bpmn') && withheld.processes.has(plainId)) && !(kind === 'form' && withheld.forms.has(plainId));
  return {
    ...releases,
    find: async (plainId, kind) => (isOpen(kind, plainId) ? releases.find(plainId, kind) : undefined),
    findContent: async (plainId, kind, release) => {
      const found = isOpen(kind, plainId) ? await releases.findContent(plainId, kind, release) : undefined;
      return found?.kind === 'dmn' ? withoutRows(found, withheld) : found;
    },
    list: async (filter) => (await releases.list(filter)).filter(({ kind, plainId }) => isOpen(kind, plainId)),
  };
};
