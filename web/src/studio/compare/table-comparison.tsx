import { useMemo, useState } from 'preact/hooks';
import '../../map/map.css';
import type { FilePair } from '../../../../services/studio/changes/answers.ts';
import { useReadCell } from '../../map/use-read-cell.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { OldAndNew } from './old-and-new.tsx';
import { type PairedColumn, type PairedRow, type PairedTable, pairTables } from './pair-rows.ts';
import { placeId } from './place-id.ts';
import { readTables } from './read-tables.ts';
import { useCompareTexts } from './words.ts';

const Cell = ({ row, column }: { row: PairedRow; column: PairedColumn }) => {
  const words = useReadCell();
  const [before, after] = [words(row.before?.cells.get(column.id)), words(row.after?.cells.get(column.id))];
  const shows =
    column.how === 'added' ? { before: undefined, after } : column.how === 'removed' ? { before, after: undefined } : { before, after };
  const differs = row.how === 'changed' && shows.before !== shows.after;
  const classes = [column.side === 'output' ? 'map-decision__then' : '', differs ? 'compare-cell--changed' : ''];
  return (
    <td class={classes.filter(Boolean).join(' ')}>
      {differs ? <OldAndNew before={shows.before} after={shows.after} /> : (after ?? before)}
    </td>
  );
};

const TableRow = ({ table, row, path, chosen }: { table: PairedTable; row: PairedRow; path: string; chosen: string | null }) => {
  const t = useCompareTexts();
  return (
    <tr
      id={placeId(path, row.id)}
      class={`compare-row compare-row--${row.how}${chosen === row.id ? ' compare-row--chosen' : ''}`}
      tabIndex={chosen === row.id ? -1 : undefined}
    >
      <th scope="row">
        {row.how !== 'same' && <span class={`how how--${row.how}`}>{t.hows[row.how]}</span>} {row.id.replace('_', ' ')}
      </th>
      <td class="map-decision__why" lang="de">
        {row.how === 'changed' && row.before?.why !== row.after?.why ? (
          <OldAndNew before={row.before?.why} after={row.after?.why} />
        ) : (
          (row.after ?? row.before)?.why
        )}
      </td>
      {table.columns.map((column) => (
        <Cell key={column.id} row={row} column={column} />
      ))}
    </tr>
  );
};

const OneTable = ({ table, path, chosen }: { table: PairedTable; path: string; chosen: string | null }) => {
  const t = useCompareTexts();
  const [all, setAll] = useState(false);
  const columnsDiffer = table.columns.some((column) => column.how !== 'same');
  const rows = table.rows.filter((row) => all || row.how !== 'same' || columnsDiffer);
  if (rows.length === 0 && !all) return null;
  const inputs = table.columns.filter((column) => column.side === 'input');
  const outputs = table.columns.filter((column) => column.side === 'output');
  return (
    <div class="compare-table">
      <div class="compare-table__head">
        <h4 lang="de">{table.name}</h4>
        {table.rows.length > rows.length || all ? (
          <label class="check">
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> {t.allRows}
          </label>
        ) : null}
      </div>
      <DataTable caption={t.tableCaption(table.name)} scrolls class="map-decision">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t.rule}
            </th>
            <th scope="col" rowSpan={2}>
              {t.why}
            </th>
            {inputs.length > 0 && (
              <th scope="colgroup" colSpan={inputs.length} class="map-decision__group">
                {t.when}
              </th>
            )}
            {outputs.length > 0 && (
              <th scope="colgroup" colSpan={outputs.length} class="map-decision__group map-decision__then">
                {t.result}
              </th>
            )}
          </tr>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" key={column.id} class={column.side === 'output' ? 'map-decision__then' : ''}>
                <span lang="de">{column.label}</span>
                {column.how !== 'same' && <span class={`how how--${column.how}`}>{t.hows[column.how]}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} table={table} row={row} path={path} chosen={chosen} />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
};

/** Changed rows of each table of the file: what stood in a cell and what stands there now. */
export const TableComparison = ({ pair, chosen }: { pair: FilePair; chosen: string | null }) => {
  const tables = useMemo(() => pairTables(readTables(pair.before), readTables(pair.after)), [pair.before, pair.after]);
  return (
    <>
      {tables.map((table) => (
        <OneTable key={table.id} table={table} path={pair.path} chosen={chosen} />
      ))}
    </>
  );
};
