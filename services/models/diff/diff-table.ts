import { lookUp } from '../look-up.ts';
import { diffRow, type Found, innerClass, sayRow } from './diff-row.ts';
import type { ChangeClass, Words } from './difference.ts';
import { quoted, single } from './quote.ts';
import { changedKeys, movedIn } from './read-facets.ts';
import type { Table } from './read-table.ts';

const ordered = /^(?:FIRST|RULE ORDER|OUTPUT ORDER|PRIORITY)$/;
const sides = { input: 'Eingangsspalte', output: 'Ergebnisspalte', annotation: 'Anmerkungsspalte' };
const policies: Record<string, string> = {
  UNIQUE: 'genau eine Regel passt',
  FIRST: 'die erste passende Regel gilt',
  ANY: 'alle passenden Regeln sagen dasselbe',
  COLLECT: 'alle passenden Regeln zählen',
  'RULE ORDER': 'alle passenden Regeln zählen, der Reihe nach',
};
const sayPolicy = (policy: string | null): string => lookUp(policies, policy ?? '') ?? quoted(policy ?? '');

const columnSentences: Record<string, [aspect: string, noun: string, ChangeClass]> = {
  '@label': ['label', 'Überschrift', 'text'],
  '@name': ['outputName', 'Name des Ergebnisses', 'rule'],
  '@typeRef': ['typeRef', 'Art der Werte', 'rule'],
  'inputExpression/text': ['expression', 'gelesener Ausdruck', 'rule'],
  'inputExpression@typeRef': ['typeRef', 'Art der Werte', 'rule'],
  'inputValues/text': ['allowedValues', 'erlaubte Werte', 'rule'],
  'outputValues/text': ['allowedValues', 'erlaubte Werte', 'rule'],
  'defaultOutputEntry/text': ['defaultOutput', 'Ergebnis, wenn nichts passt', 'rule'],
  description: ['description', 'Beschreibung', 'text'],
};

/** What differs between two tables of the same decision. */
export const diffTable = (decisionId: string, decision: string, was: Table, is: Table, words: Words): Found[] => {
  const found: Found[] = [];
  const table = `Tabelle ${single(decision)}`;
  const policy = is.facets.get('@hitPolicy') ?? '';
  for (const key of changedKeys(was.facets, is.facets)) {
    const [before, after] = [was.facets.get(key) ?? null, is.facets.get(key) ?? null];
    const isPolicy = key === '@hitPolicy' || key === '@aggregation';
    found.push({
      how: 'changed',
      elementId: decisionId,
      place: table,
      aspect: isPolicy ? 'hitPolicy' : key,
      before,
      after,
      words:
        key === '@hitPolicy'
          ? `${table}: Bisher gilt „${sayPolicy(before)}“, jetzt „${sayPolicy(after)}“.`
          : `${table}, Angabe „${key}“: bisher ${quoted(before ?? 'nichts')}, jetzt ${quoted(after ?? 'nichts')}.`,
      class: isPolicy ? 'rule' : innerClass(key),
    });
  }

  for (const [key, column] of is.columns) {
    const old = was.columns.get(key);
    const place = `${table}, Spalte ${single(column.label)}`;
    const base = { elementId: decisionId, place };
    if (!old) {
      found.push({
        ...base,
        how: 'added',
        aspect: 'column',
        before: null,
        after: column.label,
        words: `${table}: Neue ${sides[column.side]} ${single(column.label)}.`,
        class: 'rule',
      });
      continue;
    }
    for (const facet of changedKeys(old.facets, column.facets)) {
      const [before, after] = [old.facets.get(facet) ?? null, column.facets.get(facet) ?? null];
      const [aspect, noun, weight] = lookUp(columnSentences, facet) ?? [`column:${facet}`, `Angabe „${facet}“`, innerClass(facet)];
      const at = aspect === 'label' ? `${table}, Spalte ${single(old.label)}` : place;
      const say = (value: string | null): string => (value === null ? 'nichts' : quoted(value));
      found.push({
        ...base,
        place: at,
        how: 'changed',
        aspect,
        before,
        after,
        words: `${at}, ${noun}: bisher ${say(before)}, jetzt ${say(after)}.`,
        class: weight,
      });
    }
  }
  for (const [key, column] of was.columns) {
    if (is.columns.has(key)) continue;
    found.push({
      how: 'removed',
      elementId: decisionId,
      place: `${table}, Spalte ${single(column.label)}`,
      aspect: 'column',
      before: column.label,
      after: null,
      words: `${table}: Die ${sides[column.side]} ${single(column.label)} entfällt.`,
      class: 'rule',
    });
  }
  for (const key of movedIn([...was.columns.keys()], [...is.columns.keys()])) {
    const label = is.columns.get(key)?.label ?? key;
    found.push({
      how: 'changed',
      elementId: decisionId,
      place: `${table}, Spalte ${single(label)}`,
      aspect: 'columnOrder',
      before: null,
      after: null,
      words: `${table}: Die Spalte ${single(label)} steht an anderer Stelle.`,
      class: 'text',
    });
  }

  for (const [key, row] of is.rows) {
    const old = was.rows.get(key);
    if (old) found.push(...diffRow(decisionId, old, row, was, is, words));
    else
      found.push({
        how: 'added',
        elementId: row.id,
        place: `Regel ${row.id}`,
        aspect: 'rule',
        before: null,
        after: sayRow(row, is, words),
        words: `${table}: Neue Regel ${row.id} (${sayRow(row, is, words)}).`,
        class: 'rule',
      });
  }
  for (const [key, row] of was.rows)
    if (!is.rows.has(key))
      found.push({
        how: 'removed',
        elementId: row.id,
        place: `Regel ${row.id}`,
        aspect: 'rule',
        before: sayRow(row, was, words),
        after: null,
        words: `${table}: Die Regel ${row.id} entfällt (${sayRow(row, was, words)}).`,
        class: 'rule',
      });

  const order = [...is.rows.keys()];
  for (const key of movedIn([...was.rows.keys()], order)) {
    const next = order[order.indexOf(key) + 1];
    const matters = ordered.test(policy) || ordered.test(was.facets.get('@hitPolicy') ?? '');
    found.push({
      how: 'changed',
      elementId: is.rows.get(key)?.id ?? key,
      place: `Regel ${key}`,
      aspect: 'order',
      before: String([...was.rows.keys()].indexOf(key) + 1),
      after: String(order.indexOf(key) + 1),
      words: `${table}: Die Regel ${key} steht jetzt ${next ? `vor der Regel ${next}` : 'am Ende'}${matters ? '; die Reihenfolge entscheidet, welche Regel gilt' : ''}.`,
      class: matters ? 'rule' : 'text',
    });
  }
  return found;
};
