import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';

type Row = { id: string; businessObject: { id: string; $model?: { ids?: { claim: (id: string, owner: object) => void } } } };
type Sheet = { getRoot: () => { rows: Row[] } };
type Listener = (event: { context: { row?: Row } }) => void;
/** Its types know it as a function only. */
const Interceptor = CommandInterceptor as unknown as new (
  bus: object,
) => { preExecuted: (commands: string[], priority: number, listener: Listener) => void };

/** `D2_06` after `D2_05`: the next number with the letters most rows have; undefined in a table whose rows are named otherwise. */
export const nextRowId = (ids: readonly string[]): string | undefined => {
  const read = ids.flatMap((id) => {
    const parts = /^([A-Za-z]\w*_)(\d+)$/.exec(id);
    return parts?.[1] && parts[2] ? [{ prefix: parts[1], number: Number(parts[2]), width: parts[2].length }] : [];
  });
  const prefix = read[0]?.prefix;
  if (!prefix) return undefined;
  const same = read.filter((each) => each.prefix === prefix);
  return `${prefix}${String(Math.max(...same.map(({ number }) => number)) + 1).padStart(Math.max(...same.map(({ width }) => width)), '0')}`;
};

/** Rows are spoken of by their ids, in examples, findings and releases: a new one goes on with the numbers of the table. */
class RowIds extends Interceptor {
  static $inject = ['eventBus', 'sheet'];

  constructor(bus: object, sheet: Sheet) {
    super(bus);
    this.preExecuted(['row.add'], 500, ({ context: { row } }) => {
      if (!row?.businessObject?.id.startsWith('DecisionRule_')) return;
      const id = nextRowId(sheet.getRoot().rows.map((each) => each.id));
      if (!id) return;
      row.id = id;
      row.businessObject.id = id;
      row.businessObject.$model?.ids?.claim(id, row.businessObject);
    });
  }
}

export const rowIdsModule = { __init__: ['lotseRowIds'], lotseRowIds: ['type', RowIds] };
