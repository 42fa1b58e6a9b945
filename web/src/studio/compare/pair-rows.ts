import type { Column, Row, Table } from './read-tables.ts';

export type PairedColumn = Column & { side: 'input' | 'output'; how: 'same' | 'added' | 'removed' };
export type PairedRow = { id: string; how: 'same' | 'added' | 'removed' | 'changed'; before: Row | undefined; after: Row | undefined };
export type PairedTable = { id: string; name: string; columns: PairedColumn[]; rows: PairedRow[] };

/** New order; what went stands where it stood: after the neighbour it had. */
const mergeById = <Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): Item[] => {
  const merged = [...after];
  const kept = new Set(after.map((each) => each.id));
  for (const [index, item] of before.entries()) {
    if (kept.has(item.id)) continue;
    const neighbour = before[index - 1]?.id;
    merged.splice(neighbour === undefined ? 0 : merged.findIndex((each) => each.id === neighbour) + 1, 0, item);
  }
  return merged;
};

const has = (items: readonly { id: string }[] | undefined, id: string): boolean => items?.some((each) => each.id === id) ?? false;

const pairColumns = (side: 'input' | 'output', before: readonly Column[], after: readonly Column[]): PairedColumn[] =>
  mergeById(before, after).map((column) => ({
    ...column,
    side,
    how: has(before, column.id) ? (has(after, column.id) ? 'same' : 'removed') : 'added',
  }));

const pairRow = (id: string, before: Row | undefined, after: Row | undefined): PairedRow => {
  if (!before || !after) return { id, how: after ? 'added' : 'removed', before, after };
  const columns = new Set([...before.cells.keys(), ...after.cells.keys()]);
  const same =
    before.why === after.why && [...columns].every((column) => (before.cells.get(column) ?? '') === (after.cells.get(column) ?? ''));
  return { id, how: same ? 'same' : 'changed', before, after };
};

const empty = { inputs: [], outputs: [], rows: [] };

const pairTable = (id: string, before: Table | undefined, after: Table | undefined): PairedTable => {
  const [old, fresh] = [before ?? empty, after ?? empty];
  const columns = [...pairColumns('input', old.inputs, fresh.inputs), ...pairColumns('output', old.outputs, fresh.outputs)];
  // A table that is new, or gone, is so as a whole.
  const whole = !before || !after;
  return {
    id,
    name: (after ?? before)?.name || id,
    columns: whole ? columns.map((column) => ({ ...column, how: 'same' })) : columns,
    rows: mergeById(old.rows, fresh.rows).map((row) =>
      pairRow(
        row.id,
        old.rows.find((each) => each.id === row.id),
        fresh.rows.find((each) => each.id === row.id),
      ),
    ),
  };
};

/** Both versions of a file's tables in one: every row and column once, with what has become of it. */
export const pairTables = (before: readonly Table[], after: readonly Table[]): PairedTable[] =>
  mergeById(before, after).map(({ id }) =>
    pairTable(
      id,
      before.find((each) => each.id === id),
      after.find((each) => each.id === id),
    ),
  );
