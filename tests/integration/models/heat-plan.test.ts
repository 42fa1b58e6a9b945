import test from 'ava';
import { readHeat } from '../../../services/engine/records/index.ts';
import { cloneDatabase } from '../../support/database.ts';

/** Half a million places that 42,000 instances of some years have been at: what one look at the heat costs. */
const { db, asAdmin, drop } = await cloneDatabase();
test.after.always(drop);

const INSTANCES = 42_000;

test.before(async () => {
  await db.raw(
    `insert into engine_instances (process_instance_key, partition_id, root_key, case_id, plain_id, engine_id, release, definition_key, state, started_at, ended_at)
     select i::text, 1, i::text, md5('c' || i)::uuid, 'process-' || i % 14, 'x', i % 3 + 1, '1', case when i % 20 = 0 then 'active' else 'completed' end,
            timestamptz '2024-06-01' + i * interval '24 minutes',
            case when i % 20 = 0 then null else timestamptz '2024-06-01' + i * interval '24 minutes' + (i % 60) * interval '1 day' end
       from generate_series(1, ${INSTANCES}) i`,
  );
  await db.raw(
    `insert into engine_elements (element_key, process_instance_key, case_id, element_id, element_type, state, position, activated_at, ended_at)
     select i || '-' || e, i::text, md5('c' || i)::uuid, 'element_' || e,
            (array['PROCESS', 'START_EVENT', 'USER_TASK', 'EXCLUSIVE_GATEWAY', 'SERVICE_TASK', 'CALL_ACTIVITY', 'SERVICE_TASK', 'USER_TASK',
                   'EVENT_BASED_GATEWAY', 'INTERMEDIATE_CATCH_EVENT', 'EXCLUSIVE_GATEWAY', 'END_EVENT'])[e],
            case when e = 8 and i % 20 = 0 then 'active' else 'completed' end, e, timestamptz '2024-06-01' + i * interval '24 minutes' + e * interval '1 hour',
            case when e = 8 and i % 20 = 0 then null else timestamptz '2024-06-01' + i * interval '24 minutes' + (e + i % 300) * interval '1 hour' end
       from generate_series(1, ${INSTANCES}) i, generate_series(1, 12) e`,
  );
  await asAdmin((admin) => admin.raw('vacuum analyze engine_instances, engine_elements'));
});

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const cases = () => db('engine_instances').select('case_id');

for (const [days, limitMs] of [
  [30, 400],
  [90, 500],
  [365, 1500],
] as const)
  test.serial(`heat of ${days} days comes by an index`, async (t) => {
    const until = new Date('2026-05-01T00:00:00Z');
    const query = { plainId: 'process-3', from: new Date(until.getTime() - days * 86_400_000), until, cases: cases() };
    const sent: { sql: string; bindings: unknown[] }[] = [];
    const note = (each: { sql: string; bindings: unknown[] }): void => void sent.push(each);
    db.on('query', note);
    const found = await readHeat(db, query);
    db.removeListener('query', note);
    t.true(found.length >= 5 && found.every((each) => each.count > 0));
    const { rows } = await db.raw(
      `explain (analyze, format json) ${sent[0]?.sql.replace(/\$\d+/g, '?')}`,
      (sent[0]?.bindings ?? []) as never[],
    );
    const plan = rows[0]['QUERY PLAN'][0] as { Plan: Node; 'Execution Time': number };
    const walked = nodesOf(plan.Plan).filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'engine_elements');
    t.deepEqual(walked, [], 'reads the whole table');
    t.log(`${days} days of 504,000 places: ${plan['Execution Time'].toFixed(0)} ms`);
    if (process.env.SHOW_PLAN) t.log(JSON.stringify(rows[0]['QUERY PLAN'][0], null, 1));
    t.true(plan['Execution Time'] < limitMs);
  });
