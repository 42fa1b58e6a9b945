import test from 'ava';
import { insertLikely } from '../../../services/persons/index.ts';
import { cloneDatabase } from '../../support/database.ts';
import { explain } from '../api/plans.ts';

const { db, asAdmin, drop } = await cloneDatabase();
test.after.always(drop);

const at = new Date('2026-01-05T08:00:00Z');
const alike = 300;

/** Everybody is alike, as in an office whose applicants share a handful of names; nobody has told the database how many there are by now. */
const fill = (): Promise<void> =>
  asAdmin(async (admin) => {
    await admin.raw(
      `insert into persons (person_id, details, familienname, vornamen, geburtsdatum, created_at, hidden)
       select md5('p' || i)::uuid, '{}', 'Ali', 'Mohammed', '1990-01-01', now(), false from generate_series(1, ${alike}) i`,
    );
    await admin.raw(
      `insert into person_likely (one_id, other_id, reasons, found_at, decision)
       select least(one.person_id, other.person_id), greatest(one.person_id, other.person_id), '{"reasons": [], "against": []}', now(),
              case when (ascii(one.person_id::text) + ascii(other.person_id::text)) % 9 = 0 then 'verschieden' else 'offen' end
         from persons one join persons other on one.person_id < other.person_id`,
    );
  });

test('that a new record may be somebody known is noted without reading all pairs or people there are', async (t) => {
  await fill();
  const ids = (await db('persons').pluck('person_id')) as string[];
  const [mine = '', ...others] = ids;
  await db('person_likely').where('one_id', mine).orWhere('other_id', mine).del();
  const likeness = { strong: true, reasons: [], against: [] };
  const wanted = others.slice(0, 20).map((personId) => ({ personId, likeness }));
  const noted: Set<string>[] = [];
  // Outside a transaction, whose beginning has no plan.
  const { nodes } = await explain(db, async () => {
    noted.push(await insertLikely(db as never, mine, wanted as never, at));
  });
  t.is(noted[0]?.size, 20);
  const walked = nodes.filter((node) => node['Actual Loops'] > 0 && node['Node Type'].includes('Seq Scan'));
  t.deepEqual(walked, []);
});
