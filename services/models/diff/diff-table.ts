import type { ChangeClass, Difference, Words } from './difference.ts';
import { sameUpToLiterals } from './literals.ts';
import { quoted, sayFeel, sayTextChange, single } from './quote.ts';
import { changedKeys, movedIn } from './read-facets.ts';
import type { Column, Row, Table } from './read-table.ts';

export type Found = Omit<Difference, 'path' | 'kind' | 'legal'> & { legal?: boolean };

const ordered = /^(?:FIRST|RULE ORDER|OUTPUT ORDER|PRIORITY)$/;
const sides = { input: 'Eingangsspalte', output: 'Ergebnisspalte', annotation: 'Anmerkungsspalte' };
const policies: Record<string, string> = {
  UNIQUE: 'genau eine Regel passt',
  FIRST: 'die erste passende Regel gilt',
  ANY: 'alle passenden Regeln sagen dasselbe',
  COLLECT: 'alle passenden Regeln zählen',
  'RULE ORDER': 'alle passenden Regeln zählen, der Reihe nach',
};
const sayPolicy = (policy: string | null): string => policies[policy ?? ''] ?? quoted(policy ?? '');

/** An empty cell and a hyphen both take any value. */
const isAny = (cell: string): boolean => cell === '' || cell === '-';

/** `"A", "B"` → A oder B */
const sayCell = (cell: string, side: Column['side'], words: Words): string => {
  if (side === 'input' && isAny(cell)) return 'beliebig';
  if (cell === '') return 'leer';
  if (side === 'annotation') return quoted(cell);
  const list = /^"[^"]*"(?:\s*,\s*"[^"]*")*$/.test(cell) ? [...cell.matchAll(/"[^"]*"/g)].map(([each]) => each) : [cell];
  const said = list.map((each) => (each === 'true' ? 'ja' : each === 'false' ? 'nein' : sayFeel(each, words)));
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} oder ${said.at(-1)}` : (said[0] ?? '');
};

/** „Regel D1_04, Spalte ‚Sachgebiet‘: bisher SG1, jetzt SG2.“ Lists say what came and what went. */
const cellWords = (place: string, column: Column, before: string, after: string, words: Words): string => {
  if (column.side === 'annotation') return sayTextChange(`In „${place}“`, before || null, after || null);
  const listOf = (cell: string): string[] =>
    /^"[^"]*"(?:\s*,\s*"[^"]*")*$/.test(cell) ? [...cell.matchAll(/"[^"]*"/g)].map(([each]) => each) : [];
  const [old, now] = [listOf(before), listOf(after)];
  const came = now.filter((each) => !old.includes(each));
  const went = old.filter((each) => !now.includes(each));
  const kept = now.some((each) => old.includes(each));
  const say = (cells: string[]): string => cells.map((each) => sayFeel(each, words)).join(', ');
  if (kept && old.length + now.length > 2 && came.length + went.length > 0) {
    const parts = [came.length > 0 ? `neu dabei ${say(came)}` : '', went.length > 0 ? `nicht mehr dabei ${say(went)}` : ''];
    return `${place}: ${parts.filter(Boolean).join('; ')}.`;
  }
  return `${place}: bisher ${sayCell(before, column.side, words)}, jetzt ${sayCell(after, column.side, words)}.`;
};

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

const innerClass = (key: string): ChangeClass => (/@id(?:#\d+)?$|@biodi|@camunda|@width/.test(key) ? 'text' : 'rule');

const sayRow = (row: Row, table: Table, words: Words): string => {
  const cells = [...row.cells].flatMap(([key, cell]) => {
    const column = table.columns.get(key);
    return column && column.side === 'input' && !isAny(cell) ? [`${column.label} ${sayCell(cell, 'input', words)}`] : [];
  });
  return cells.length > 0 ? cells.join(', ') : 'alles Übrige';
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
      const [aspect, noun, weight] = columnSentences[facet] ?? [`column:${facet}`, `Angabe „${facet}“`, innerClass(facet)];
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

const diffRow = (decisionId: string, old: Row, row: Row, was: Table, is: Table, words: Words): Found[] => {
  const found: Found[] = [];
  for (const key of new Set([...old.cells.keys(), ...row.cells.keys()])) {
    const column = is.columns.get(key) ?? was.columns.get(key);
    const side = column?.side ?? 'annotation';
    // A column that came or went is told once, not for each row.
    if (column && !(was.columns.has(key) && is.columns.has(key))) continue;
    const [before, after] = [old.cells.get(key) ?? '', row.cells.get(key) ?? ''];
    if (before === after) continue;
    const label = column?.label ?? 'Anmerkung';
    const place = `Regel ${row.id}, Spalte ${single(label)}`;
    const same = side === 'input' && isAny(before) && isAny(after);
    found.push({
      how: 'changed',
      elementId: row.id,
      place,
      aspect: side === 'annotation' ? 'annotation' : 'cell',
      before,
      after,
      words: same
        ? `${place}: weiterhin beliebig, nur anders geschrieben.`
        : cellWords(place, column ?? { id: key, side, index: 0, label, facets: new Map() }, before, after, words),
      class: side === 'annotation' ? 'text' : same ? 'layout' : sameUpToLiterals(before, after) ? 'number' : 'rule',
      cell: { decisionId, ruleId: row.id, column: column?.index ?? 0, side },
    });
  }
  let toldIds = false;
  for (const key of changedKeys(old.facets, row.facets)) {
    if (/\/cell@id$/.test(key)) {
      // Ids within a row say nothing to people: one remark, and none where a cell differs anyway.
      if (toldIds || found.length > 0) continue;
      toldIds = true;
    }
    if ([...was.columns.keys()].some((id) => key.startsWith(`${id}/`) && !is.columns.has(id))) continue;
    if ([...is.columns.keys()].some((id) => key.startsWith(`${id}/`) && !was.columns.has(id))) continue;
    const [before, after] = [old.facets.get(key) ?? null, row.facets.get(key) ?? null];
    const isReason = key === 'description' || key.startsWith('description#');
    const place = isReason ? `Regel ${row.id}, Begründung` : `Regel ${row.id}`;
    found.push({
      how: 'changed',
      elementId: row.id,
      place,
      aspect: isReason ? 'annotation' : key,
      before,
      after,
      words: isReason
        ? sayTextChange(`In der Begründung der Regel ${row.id}`, before, after)
        : `${place}: Eine innere Angabe ist anders (${key}).`,
      class: isReason ? 'text' : innerClass(key),
      ...(isReason ? { cell: { decisionId, ruleId: row.id, column: 0, side: 'annotation' as const } } : {}),
    });
  }
  return found;
};
