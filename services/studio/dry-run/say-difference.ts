import { canonical } from '../../engine/index.ts';
import { findRow, nameGroup } from '../../office/index.ts';
import { dayDeadline } from '../../platform/calendar.ts';
import type { DecisionTable } from '../../reading/index.ts';
import type { ChangedCase } from './trial.ts';

type Context = Record<string, unknown>;
export type Said = Pick<ChangedCase, 'what' | 'before' | 'after' | 'words'>;

/** Processes by their plain ids, codes by what forms call them. */
export type Words = ReadonlyMap<string, string>;

const say = (value: unknown, words: Words): string => {
  if (value === null || value === undefined || value === '') return 'nichts';
  if (value === true) return 'Ja';
  if (value === false) return 'Nein';
  if (typeof value === 'string') return words.get(value) ?? value;
  if (Array.isArray(value)) return value.length === 0 ? 'nichts' : value.map((each) => say(each, words)).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${name} ${say(each, words)}`)
      .join(', ');
  return String(value);
};

const isContext = (value: unknown): value is Context => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Outputs that are a number of days or months end up as a date. */
const isDate = (name: string): boolean => /tage|monate|frist|datum|bis$/i.test(name);

/** The outputs in which two answers of a table differ, by the names its columns have. */
export const sayOutputs = (
  table: DecisionTable | undefined,
  name: string,
  before: unknown,
  after: unknown,
  words: Words,
): Said | undefined => {
  if (canonical(before) === canonical(after)) return undefined;
  if (!isContext(before) || !isContext(after)) {
    const [old, now] = [say(before, words), say(after, words)];
    return { what: 'decision', before: old, after: now, words: `„${name}“ ergäbe ${now} statt ${old}.` };
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => canonical(before[key]) !== canonical(after[key]),
  );
  const labels = new Map(table?.outputs.map((output) => [output.name, output.label]));
  const line = (of: Context): string => keys.map((key) => `${labels.get(key) || key}: ${say(of[key], words)}`).join(', ');
  const sentence = keys.map((key) => `${labels.get(key) || key} ${say(after[key], words)} statt ${say(before[key], words)}`).join(', ');
  return {
    what: keys.some(isDate) ? 'date' : 'decision',
    before: line(before),
    after: line(after),
    words: `„${name}“ ergäbe ${sentence}.`,
  };
};

/** Where intake sends a case. */
export type Target = { section: string; team: string; role: string; process: string };

const nameSection = (section: string): string => {
  const found = findRow('sachgebiete', section);
  return found ? `Sachgebiet ${section.replace(/^SG/, '')} (${found.de})` : section || 'kein Sachgebiet';
};

export const sayTarget = (before: Target, after: Target, words: Words): Said | undefined => {
  const parts: [string, (target: Target) => string][] = [
    ['section', (target) => nameSection(target.section)],
    ['team', (target) => `Team ${target.team || 'ohne'}`],
    ['role', (target) => nameGroup(target.role)],
    ['process', (target) => (target.process ? `Ablauf „${words.get(target.process) ?? target.process}“` : 'Sortieren von Hand')],
  ];
  const differing = parts.filter(([key]) => before[key as keyof Target] !== after[key as keyof Target]).map(([, sayPart]) => sayPart);
  if (differing.length === 0) return undefined;
  const line = (target: Target): string => differing.map((sayPart) => sayPart(target)).join(', ');
  return { what: 'routing', before: line(before), after: line(after), words: `Käme zu ${line(after)} statt zu ${line(before)}.` };
};

export const sayPriority = (before: number, after: number): Said | undefined =>
  before === after
    ? undefined
    : { what: 'priority', before: String(before), after: String(after), words: `Hätte Priorität ${after} statt ${before}.` };

const sayDay = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** The day intake would set, counted from the day the case was routed on. */
export const sayDue = (routedOn: Temporal.PlainDate, before: number, after: number): Said | undefined => {
  const [old, now] = [dayDeadline(routedOn, before), dayDeadline(routedOn, after)].map(sayDay);
  // Another number of days may end on the same working day.
  if (old === now) return undefined;
  return {
    what: 'date',
    before: old ?? '',
    after: now ?? '',
    words: `Wäre fällig am ${now} statt am ${old} (${after} statt ${before} Tage).`,
  };
};
