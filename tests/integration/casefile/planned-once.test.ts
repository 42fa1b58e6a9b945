import test from 'ava';
import { readFile } from '../../../services/casefile/file-store.ts';
import { cloneDatabase } from '../../support/database.ts';
import { fillOffice } from '../api/many-rows.ts';

const { db, asAdmin, drop } = await cloneDatabase();
test.after.always(drop);

/** Some cases with many lines, most with few: what a plan for one of them expects differs from what one for all does. */
const fill = (): Promise<void> =>
  asAdmin(async (admin) => {
    await fillOffice(admin, 2_000);
    await admin.raw(
      `insert into case_history (case_id, at, text, by, line_key)
       select case_id, now(), 'Zeile', 'svc', 'line:' || i from cases, generate_series(1, case when right(aktenzeichen, 2) = '07' then 5000 else 3 end) i
        order by i`,
    );
    await admin.raw('analyze');
  });

test('however often a file is opened, PostgreSQL plans it once a connection', async (t) => {
  await fill();
  const cases = (await db('cases').limit(30).select({ caseId: 'case_id', personId: 'person_id' })) as {
    caseId: string;
    personId: string;
  }[];
  const plans = await db.transaction(async (trx) => {
    for (const each of cases) t.is((await readFile(trx, each)).caseId.tasks.length, 1);
    const { rows } = await trx.raw(
      `select generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements where statement like '%caseId.history%'`,
    );
    return rows as { kept: number; anew: number }[];
  });
  t.deepEqual(plans, [{ kept: 30, anew: 0 }]);
  const { rows } = await db.raw('show plan_cache_mode');
  t.is(rows[0].plan_cache_mode, 'auto', 'lists are planned for who asks');
});
