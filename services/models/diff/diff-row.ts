import type { ChangeClass, Difference, Words } from './difference.ts';
import { sameUpToLiterals } from './literals.ts';
import { quoted, sayFeel, sayTextChange, single } from './quote.ts';
import { changedKeys } from './read-facets.ts';
import type { Column, Row, Table } from './read-table.ts';

export type Found = Omit<Difference, 'path' | 'kind' | 'legal'> & { legal?: boolean };

/** An empty cell and a hyphen both take any value. */
const isAny = (cell: string): boolean => cell === '' || cell === '-';

/** `"A", "B"` → its parts; none if it is no list. */
const listOf = (cell: string): string[] =>
  /^"[^"]*"(?:\s*,\s*"[^"]*")*$/.test(cell) ? [...cell.matchAll(/"[^"]*"/g)].map(([each]) => each) : [];

/** `"A", "B"` → A oder B */
const sayCell = (cell: string, side: Column['side'], words: Words): string => {
  if (side === 'input' && isAny(cell)) return 'beliebig';
  if (cell === '') return 'leer';
  if (side === 'annotation') return quoted(cell);
  const items = listOf(cell);
  const said = (items.length > 0 ? items : [cell]).map((each) =>
    each === 'true' ? 'ja' : each === 'false' ? 'nein' : sayFeel(each, words),
  );
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} oder ${said.at(-1)}` : (said[0] ?? '');
};

/** „Regel D1_04, Spalte ‚Sachgebiet‘: bisher SG1, jetzt SG2.“ Lists say what came and what went. */
const cellWords = (place: string, column: Column, before: string, after: string, words: Words): string => {
  if (column.side === 'annotation') return sayTextChange(`In „${place}“`, before || null, after || null);
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

export const innerClass = (key: string): ChangeClass => (/@id(?:#\d+)?$|@biodi|@camunda|@width/.test(key) ? 'text' : 'rule');

/** What a row is for, by the cells that say something. */
export const sayRow = (row: Row, table: Table, words: Words): string => {
  const cells = [...row.cells].flatMap(([key, cell]) => {
    const column = table.columns.get(key);
    return column && column.side === 'input' && !isAny(cell) ? [`${column.label} ${sayCell(cell, 'input', words)}`] : [];
  });
  return cells.length > 0 ? cells.join(', ') : 'alles Übrige';
};

/** What differs within one row. */
export const diffRow = (decisionId: string, old: Row, row: Row, was: Table, is: Table, words: Words): Found[] => {
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
