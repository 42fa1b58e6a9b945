import type { Releases } from '../engine/releases/index.ts';
import type { DecisionTable, FormField } from '../reading/index.ts';
import { findFields, findProcess } from './read-released.ts';

const codesIn = (table: DecisionTable): Set<string> =>
  new Set(
    table.rules
      .flatMap((rule) => [...rule.inputs, ...rule.outputs])
      .flatMap((cell) => [...cell.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')),
  );

const optionsOf = (field: FormField): { value: string; label: string }[] => [...field.options, ...field.fields.flatMap(optionsOf)];

/**
 * What the codes of a table mean, as far as models say it: released processes by their names, and the options of forms where all forms that know a code
 * call it the same.
 */
export const wordsOfTable = async (releases: Releases, table: DecisionTable): Promise<Record<string, string>> => {
  const codes = codesIn(table);
  const found = new Map<string, Set<string>>();
  const learn = (code: string, word: string): void => {
    if (codes.has(code)) found.set(code, (found.get(code) ?? new Set()).add(word));
  };
  for (const { plainId, kind } of await releases.list({ currentOnly: true })) {
    if (kind === 'bpmn' && codes.has(plainId)) learn(plainId, (await findProcess(releases, plainId))?.read.name ?? plainId);
    if (kind !== 'form') continue;
    for (const { value, label } of ((await findFields(releases, plainId))?.read ?? []).flatMap(optionsOf)) learn(value, label);
  }
  return Object.fromEntries([...found].flatMap(([code, words]) => (words.size === 1 ? [[code, [...words][0] ?? code]] : [])));
};
