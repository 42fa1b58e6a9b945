import type { EngineRecord, Projection } from '../define-projection.ts';
import { loadByPath } from '../load-by-path.ts';
import { isReadByEngine } from './what-is-read.ts';

export type NamedProjection = { name: string; projection: Projection };

/** The engine's own tables, filled by fold-rows.ts. */
const engineTables = ['engine_instances', 'engine_elements', 'engine_incidents', 'engine_decisions', 'engine_jobs'] as const;

const tableName = /^[a-z][a-z0-9_]*$/;

export type Projections = {
  all: NamedProjection[];
  for: (record: EngineRecord) => NamedProjection[];
  /** By the engine's own tables or any projection; nothing else is stored. */
  reads: (record: EngineRecord) => boolean;
  /** Only those a rebuild may run again. */
  rebuildable: () => Projections;
  tables: string[];
};

const indexed = (all: NamedProjection[]): Projections => {
  const byType = Map.groupBy(all, ({ projection }) => projection.valueType);
  const wanting = ({ valueType, intent }: EngineRecord): NamedProjection[] =>
    (byType.get(valueType) ?? []).filter(({ projection }) => projection.intents.includes(intent));
  return {
    all,
    for: wanting,
    reads: (record) => isReadByEngine(record) || wanting(record).length > 0,
    rebuildable: () => indexed(all.filter(({ projection }) => projection.tables && projection.tables.length > 0)),
    tables: [...new Set([...engineTables, ...all.flatMap(({ projection }) => projection.tables ?? [])])],
  };
};

export const loadProjections = async (servicesDir: string): Promise<Projections> => {
  const found = await loadByPath<Projection>(servicesDir, 'projections');
  for (const { file, value } of found) {
    const wrong = (value.tables ?? []).find((table) => !tableName.test(table));
    if (wrong !== undefined) throw new Error(`${file} names the table ${wrong}, which is no table name`);
  }
  return indexed(found.map(({ feature, name, value }) => ({ name: `${feature}/${name}`, projection: value })));
};
