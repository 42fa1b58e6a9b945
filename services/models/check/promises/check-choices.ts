import { type FactKey, facts, rowsOf } from '../../../office/index.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

type Wanted = { key: string; code: string; by: string };

/** Codes of a field that rows of the office name, and those the program asks for. */
const wanted = (): Wanted[] => [
  ...rowsOf('anliegen').flatMap(({ grundlage }) =>
    (grundlage?.gruende ?? []).map((code) => ({ key: 'duldungsgrund', code, by: 'processes/amt/anliegen.json' })),
  ),
  ...rowsOf('unterlagen').flatMap(({ noetig = [] }) =>
    noetig.flatMap(({ duldungsgrund: code }) => (code ? [{ key: 'duldungsgrund', code, by: 'processes/amt/unterlagen.json' }] : [])),
  ),
  ...(Object.keys(facts) as FactKey[]).flatMap((key) =>
    facts[key].asked === 'form' ? (facts[key].codes ?? []).map((code) => ({ key, code, by: 'das Programm' })) : [],
  ),
];

/** A choice that the office or the program counts on, and that no form offers: whoever took it so far falls through. */
export const checkChoices = (world: World, _: Analysed, report: Report): void => {
  const fields = world.set.forms.flatMap(({ path, form }) =>
    form.parts.flatMap((part) => (part.codes.length > 0 && part.key !== null ? [{ path, part, key: part.key }] : [])),
  );
  const byKey = Map.groupBy(fields, ({ key }) => key);
  for (const { key, code, by } of wanted()) {
    const asking = byKey.get(key) ?? [];
    const offered = new Set(asking.flatMap(({ part }) => part.codes));
    // A fact nobody asks is told elsewhere (check-facts.ts).
    if (offered.size === 0 || offered.has(code)) continue;
    for (const { path, part } of asking)
      report(
        { path, elementId: part.elementId },
        'choice-missing',
        `Zur Auswahl fehlt ${inQuotes(code)}; ${by} rechnet damit.${nearest(code, offered)}`,
      );
  }
};
