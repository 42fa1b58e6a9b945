import { knownDays } from '../../../forms/index.ts';
import { bare, sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import type { FormFile } from './live-set.ts';
import { inQuotes, nearest, type Report, sayCode } from './report.ts';
import { type Env, joinCalls } from './values.ts';
import type { World } from './world.ts';

/** What all steps that show a form have at hand; undefined where none does. */
const envsOf = (world: World, { around, open }: Analysed): ReadonlyMap<string, Env> => {
  const shown = world.set.flows.flatMap(({ flow }) =>
    flow.nodes.flatMap((node) => {
      const env = around.get(flow.id)?.get(node.id)?.inside;
      return node.formId !== null && env && !open.has(flow.id) ? [{ formId: node.formId, env }] : [];
    }),
  );
  return new Map(
    [...Map.groupBy(shown, ({ formId }) => formId)].map(([id, all]) => [
      id,
      joinCalls(
        all.map(({ env }) => env),
        all.map(() => id),
      ),
    ]),
  );
};

/** Choices of all live forms by field: what one form asks another may speak of, because answers stay with the case. */
const choicesOf = (world: World): Map<string, Set<string> | null> => {
  const choices = new Map<string, Set<string> | null>();
  for (const { form } of world.set.forms)
    for (const { key, type, codes } of form.parts) {
      if (key === null) continue;
      const own = type === 'checkbox' ? ['true', 'false'] : codes.length > 0 ? codes.map((code) => JSON.stringify(code)) : null;
      const known = choices.get(key);
      choices.set(key, own === null || known === null ? null : new Set([...(known ?? []), ...own]));
    }
  return choices;
};

type Known = { env: Env | undefined; choices: ReadonlyMap<string, Set<string> | null>; facts: ReadonlySet<string> };

const checkForm = ({ path, form }: FormFile, { env, choices, facts }: Known, report: Report): void => {
  const rows = new Set(form.parts.flatMap(({ key, inList }) => (key !== null && inList !== null ? [key] : [])));
  const names = [...choices.keys(), ...facts, ...(env?.keys() ?? [])];
  for (const part of form.parts) {
    const place = { path, elementId: part.elementId };
    for (const { where, text } of part.expressions) {
      const said = sayReads(bare(text));
      for (const { name } of said.reads)
        if (!env?.has(name) && !choices.has(name) && !facts.has(name) && !rows.has(name))
          report(
            place,
            'form-variable',
            `${where} nennt ${inQuotes(name)}; das fragt kein Formular, und kein Ablauf setzt es.${nearest(name, names)}`,
          );
      for (const { name, path: fields, code } of said.comparisons) {
        const given = env?.get(name);
        const asked = choices.get(name);
        if (fields.length > 0 || asked === null || (!asked && !given?.codes) || (given && !given.codes && !asked)) continue;
        const codes = new Set([...(asked ?? []), ...(given?.codes ?? [])]);
        if (codes.size > 0 && !codes.has(code))
          report(
            place,
            'code-unknown',
            `${where} vergleicht ${inQuotes(name)} mit ${sayCode(code)}; das kann es nie sein, nur ${[...codes].map(sayCode).join(', ')}.`,
          );
      }
    }
  }
};

/** What forms speak of, against what is asked, set and known. */
export const checkForms = (world: World, analysed: Analysed, report: Report): void => {
  const envs = envsOf(world, analysed);
  const choices = choicesOf(world);
  const facts = new Set([...Object.keys(knownDays), ...world.contract.givenFacts]);
  for (const file of world.set.forms) checkForm(file, { env: envs.get(file.form.id), choices, facts }, report);
};
