import { codesOf, type OfficeList } from '../../../office/index.ts';
import { readTokens } from '../feel-tokens.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

/** Variables and fields whose codes are rows of the office (processes/amt). */
const lists: Readonly<Record<string, OfficeList>> = {
  anliegen: 'anliegen',
  wirksamesAnliegen: 'anliegen',
  neuesAnliegen: 'anliegen',
  fehlend: 'unterlagen',
  sachgebiet: 'sachgebiete',
  entscheidendesSg: 'sachgebiete',
  neuesSachgebiet: 'sachgebiete',
};

const textsIn = (cell: string): string[] => readTokens(cell).flatMap(({ kind, text }) => (kind === 'text' ? [text.slice(1, -1)] : []));

/** A row of a table that compares an Anliegen with a code, or gives one, must mean one that the office knows. */
const checkTables = (world: World, report: Report): void => {
  for (const { path, decisions } of world.set.tables)
    for (const { inputs, outputs, rules } of decisions)
      for (const row of rules) {
        const cells = [
          ...inputs.map(({ expression }, index) => [expression, row.inputs[index]] as const),
          ...outputs.map(({ name }, index) => [name, row.outputs[index]] as const),
        ];
        for (const [name, cell] of cells) {
          const list = lists[name];
          const known = list ? codesOf(list) : [];
          for (const code of list ? textsIn(cell ?? '') : [])
            if (!known.includes(code))
              report(
                { path, elementId: row.id },
                'code-unknown',
                `In der Spalte ${inQuotes(name)} steht ${inQuotes(code)}; das steht nicht in processes/amt/${list}.json.${nearest(code, known)}`,
              );
        }
      }
};

/** What a form offers to choose from, and what a table knows or gives, must be what the office knows. */
export const checkOffice = (world: World, _: Analysed, report: Report): void => {
  checkTables(world, report);
  for (const { path, form } of world.set.forms)
    for (const { key, elementId, codes } of form.parts) {
      const list = lists[key ?? ''];
      const known = list ? codesOf(list) : [];
      for (const code of list ? codes : [])
        if (!known.includes(code))
          report(
            { path, elementId },
            'code-unknown',
            `Zur Auswahl steht ${inQuotes(code)}; das steht nicht in processes/amt/${list}.json.${nearest(code, known)}`,
          );
    }
};
