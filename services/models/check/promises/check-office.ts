import { codesOf, type OfficeList } from '../../../office/index.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

/** Variables and fields whose codes are rows of the office (processes/amt). */
const lists: Readonly<Record<string, OfficeList>> = { neuesAnliegen: 'anliegen', fehlend: 'unterlagen' };

/** What a form offers to choose from must be what the office knows. */
export const checkOffice = (world: World, _: Analysed, report: Report): void => {
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
