import { type ModelFile, type ModelRelease, previewBundle, type ResolvedPart, tablePathOf } from '../../engine/releases/index.ts';
import { circleGroup, groupsIn, knownGroups, sectionIds } from '../../office/index.ts';
import { type DecisionTable, readDecisionTables } from '../../reading/index.ts';
import { describeFile } from '../describe-file.ts';

/** Whom a release concerns: the groups of its steps, and everybody in the sections whose cases go through it. */
export type Touched = { groups: string[]; processes: { id: string; name: string }[]; secretPaths: Set<string>; secretRules: Set<string> };

type DecisionRule = DecisionTable['rules'][number];

const ROUTING = 'routing';
/** Every case goes through these, whatever it is about. */
const everybodys = ['vorgang', 'eingang'];

const word = (cell: string | undefined): string => /^"([^"]*)"$/.exec(cell ?? '')?.[1] ?? '';

type Target = { section: string; role: string; process: string };
const targetOf = (table: DecisionTable, rule: DecisionRule): Target => {
  const at = (name: string): string => word(rule.outputs[table.outputs.findIndex((output) => output.name === name)]);
  return { section: at('sachgebiet'), role: at('rolle'), process: at('prozess') };
};

const routingIn = (content: string | null | undefined): DecisionTable | undefined =>
  content ? readDecisionTables(content).find((table) => table.id === ROUTING) : undefined;

/** Rows that are new, gone or different; in the old table and in the new one. */
const changedTargets = (before: DecisionTable | undefined, after: DecisionTable | undefined): Target[] => {
  const said = (table: DecisionTable | undefined) => new Map((table?.rules ?? []).map((rule) => [rule.id, JSON.stringify(rule)]));
  const [old, now] = [said(before), said(after)];
  const of = (table: DecisionTable | undefined, other: ReadonlyMap<string, string>): Target[] =>
    (table?.rules ?? [])
      .filter((rule) => other.get(rule.id) !== JSON.stringify(rule))
      .map((rule) => targetOf(table as DecisionTable, rule));
  return [...of(before, now), ...of(after, old)];
};

const keyOf = (kind: string, id: string): string => `${kind}:${id}`;

/** The parts themselves and all that use them. */
const withUsers = (parts: readonly ResolvedPart[], changed: readonly ResolvedPart[]): Set<ResolvedPart> => {
  const users = new Map<string, ResolvedPart[]>();
  for (const part of parts)
    for (const { kind, id } of part.references) users.set(keyOf(kind, id), [...(users.get(keyOf(kind, id)) ?? []), part]);
  const found = new Set(changed);
  // A set grows while it is walked, so users of users come along.
  for (const part of found)
    for (const id of [part.plainId, ...part.decisionIds]) for (const user of users.get(keyOf(part.kind, id)) ?? []) found.add(user);
  return found;
};

const namedGroups = (content: string): string[] =>
  [...content.matchAll(/candidateGroups=(?:"([^"]*)"|'([^']*)')/g)]
    .flatMap((match) => [
      ...(match[1] ?? match[2] ?? '')
        .replaceAll('&#34;', '"')
        .replaceAll('&quot;', '"')
        .matchAll(/"([a-z0-9-]+)"/g),
    ])
    .map((match) => match[1] ?? '')
    .filter((group) => knownGroups.has(group));

/** `live` is the set after the release. */
export const findTouched = (release: Pick<ModelRelease, 'files'>, live: readonly ModelFile[]): Touched => {
  const { parts } = previewBundle(live);
  const changedPaths = new Set(release.files.map(({ path }) => tablePathOf(path)));
  const changed = parts.filter((part) => changedPaths.has(part.file));
  const reached = [...withUsers(parts, changed)].filter((part) => part.kind === 'bpmn');
  const table = routingIn(live.find(({ path }) => path.endsWith('/routing.dmn'))?.content);
  const targets = (table?.rules ?? []).map((rule) => ({ rule: rule.id, ...targetOf(table as DecisionTable, rule) }));
  const ways = (process: string): Target[] => targets.filter((target) => target.process === process);
  const isSecret = (process: string): boolean => ways(process).length > 0 && ways(process).every(({ role }) => role === circleGroup);

  const routing = release.files.find(({ path }) => path.endsWith('/routing.dmn'));
  const own = routing ? changedTargets(routingIn(routing.before), routingIn(routing.after)) : [];
  // The routing table itself lies below every case's intake, but only its changed rows concern anybody.
  const byUse = reached.filter((part) => !(routing && everybodys.includes(part.plainId) && !changedPaths.has(part.file)));
  const met = [...own, ...byUse.flatMap((part) => ways(part.plainId))];
  const everybody = byUse.some((part) => everybodys.includes(part.plainId));
  const groups = new Set<string>(everybody ? sectionIds.flatMap(groupsIn) : []);
  for (const { section, role } of met) {
    // What is routed to this circle is named to it only.
    if (role === circleGroup) groups.add(circleGroup);
    else for (const group of [...(section ? groupsIn(section) : []), ...(knownGroups.has(role) ? [role] : [])]) groups.add(group);
  }
  const secret = (part: ResolvedPart): boolean => part.kind === 'bpmn' && isSecret(part.plainId);
  const folders = new Set(parts.filter(secret).map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1)));
  for (const part of changed) if (part.kind === 'bpmn' && !secret(part)) for (const group of namedGroups(part.content)) groups.add(group);
  const shown = reached.filter(
    (part) =>
      !secret(part) &&
      (changed.includes(part) ||
        part.references.some((each) =>
          changed.some((one) => one.kind === each.kind && [one.plainId, ...one.decisionIds].includes(each.id)),
        )),
  );
  return {
    groups: [...groups].sort(),
    processes: shown.map((part) => ({ id: part.plainId, name: describeFile(part.file, part.content).name })),
    secretPaths: new Set(release.files.map(({ path }) => path).filter((path) => folders.has(path.slice(0, path.lastIndexOf('/') + 1)))),
    secretRules: new Set(targets.filter(({ role }) => role === circleGroup).map(({ rule }) => rule)),
  };
};
