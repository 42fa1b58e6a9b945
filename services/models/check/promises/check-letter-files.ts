import { findUnknownNorms } from '../../../legal/index.ts';
import { letterValues, namesRemedy, type Template, valuesOf } from '../../../letters/index.ts';
import { rowsOf } from '../../../office/index.ts';
import type { Analysed } from './flow-of-values.ts';
import type { LetterFile } from './live-set.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

type Values = { texts: readonly string[]; lists: readonly string[] };

const filled = new Map<string, Values>(Object.entries(letterValues));
const decisions = rowsOf('bescheide').filter(({ schreiben }) => schreiben);

const placeholders = ({ texts, lists }: Values): string[] => [...texts, ...lists.map((name) => `liste:${name}`)];

/** What a letter names and what its sender puts in are the same. */
const checkValues = (path: string, template: Template, report: Report): void => {
  const given = filled.get(template.type);
  if (!given) return;
  const [named, known] = [placeholders(valuesOf(template)), placeholders(given)];
  for (const name of named)
    if (!known.includes(name))
      report({ path, elementId: '' }, 'letter-placeholder', `Den Platzhalter „{{${name}}}“ füllt niemand.${nearest(name, known)}`);
  for (const name of known)
    if (!named.includes(name))
      report(
        { path, elementId: '' },
        'letter-placeholder',
        `Das Programm gibt diesem Schreiben ${inQuotes(name)}; es nennt „{{${name}}}“ nicht.`,
      );
};

/** What can be done against it is said in the words that were signed, or its period does not run (§ 58 (2) VwGO). */
const checkRemedy = (path: string, template: Template, report: Report): void => {
  const row = decisions.find(({ schreiben }) => schreiben === template.type);
  if (row?.rechtsbehelf && !namesRemedy(template))
    report(
      { path, elementId: '' },
      'letter-remedy',
      `Gegen diesen Bescheid gibt es einen Rechtsbehelf (processes/amt/bescheide.json); das Schreiben belehrt nicht darüber (:::exakt).`,
    );
};

const checkLetter = ({ path, content, template, fault }: LetterFile, report: Report): void => {
  if (!template) {
    report({ path, elementId: '' }, 'letter-form', fault);
    return;
  }
  const type = path.slice('letters/'.length, -'.md'.length);
  if (template.type !== type)
    report({ path, elementId: '' }, 'letter-form', `Im Kopf steht „type: ${template.type}“; es muss der Name der Datei sein: ${type}.`);
  checkValues(path, template, report);
  checkRemedy(path, template, report);
  for (const message of findUnknownNorms(content)) report({ path, elementId: '' }, 'norm-known', message);
};

/** Letters against those that send them: the program, and the decisions of the office. */
export const checkLetterFiles = (world: World, _: Analysed, report: Report): void => {
  const { letters } = world.set;
  const types = letters.map(({ path }) => path.slice('letters/'.length, -'.md'.length));
  for (const letter of letters) checkLetter(letter, report);
  for (const type of filled.keys())
    if (!types.includes(type))
      report({ path: '', elementId: '' }, 'letter-missing', `Das Schreiben letters/${type}.md fehlt; das Programm verschickt es.`);
  for (const { code, schreiben = '' } of decisions)
    if (!types.includes(schreiben) && !filled.has(schreiben))
      report(
        { path: '', elementId: '' },
        'letter-missing',
        `Zum Bescheid ${inQuotes(code)} (processes/amt/bescheide.json) fehlt das Schreiben letters/${schreiben}.md.${nearest(schreiben, types)}`,
      );
};
