import type { Releases } from '../engine/index.ts';
import type { User } from '../platform/route.ts';
import { isHiddenAnliegen } from '../staff/index.ts';
import { findProcess } from './read-released.ts';
import { listRoutingTargets, type RoutingTarget } from './routing-targets.ts';

export type Withheld = {
  /** Processes only hidden matters are routed to. */
  processes: ReadonlySet<string>;
  /** Whether a text names such a process or matter. */
  isNamedIn: (text: string) => boolean;
};

/** The circle of hidden cases. */
const CIRCLE = 'sicherheit';
const nothing: Withheld = { processes: new Set(), isNamedIn: () => false };
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Processes that exist for the circle of hidden cases alone, as far as this user is outside it. */
export const withheldProcesses = (targets: readonly RoutingTarget[], user: User): ReadonlySet<string> => {
  if (user.groups.includes(CIRCLE)) return nothing.processes;
  const open = new Set(targets.filter((target) => !target.hidden).map((target) => target.process));
  return new Set(targets.map((target) => target.process).filter((process) => !open.has(process)));
};

/** What exists for that circle alone, with a look for its names in texts. */
export const listWithheld = async (releases: Releases, user: User): Promise<Withheld> => {
  if (user.groups.includes(CIRCLE)) return nothing;
  const targets = await listRoutingTargets(releases);
  const hidden = targets.filter((target) => target.hidden);
  if (hidden.length === 0) return nothing;
  const matters = [...new Set(hidden.flatMap((target) => target.anliegen))].filter(isHiddenAnliegen);
  const processes = withheldProcesses(targets, user);
  // Some have no model yet, and asking for one makes the list of releases be read anew.
  const released = new Set((await releases.list({ kind: 'bpmn', currentOnly: true })).map(({ plainId }) => plainId));
  const nameOf = async (id: string): Promise<string> => (released.has(id) ? ((await findProcess(releases, id))?.read.name ?? id) : id);
  const names = await Promise.all([...processes].map(nameOf));
  // Codes are words of their own; the name of a process may have an ending.
  const words = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:(?:${[...processes, ...matters].map(literally).join('|')})(?![\\p{L}\\p{N}_])|(?:${names.map(literally).join('|')}))`,
    'u',
  );
  return { processes, isNamedIn: (text) => words.test(text) };
};
