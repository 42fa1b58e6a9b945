import test from 'ava';
import { getCase } from '../../../services/cases/index.ts';
import { defineWorker } from '../../../services/engine/define-worker.ts';
import { findPerson } from '../../../services/persons/index.ts';
import eingang from '../../../services/routing/workers/eingang-vorbereiten.ts';
import { openOffice } from '../api/office.ts';
import { measurePair, type Preparing } from './measure.ts';
import { makePairs, type Pair, type WhoSomebodyIs } from './swapped-people.ts';

/** Name, origin, birthplace, sex, language and religion change, and nothing else: no table is asked anything else. */
const office = await openOffice();
test.after.always(office.stop);

const PAIRS = 500;
const pairs = makePairs(PAIRS, office.deps.clock.today());

const isOf = (who: WhoSomebodyIs, text: string): boolean =>
  [who.familienname, who.vornamen, who.geburtsname, who.geburtsort, who.religion].some((word) => text.includes(word));

/** The pairs that are told apart, and by which worker. */
const toldApart = async (some: readonly Pair[], workers?: Preparing): Promise<string[]> => {
  const found: string[] = [];
  for (const [index, pair] of some.entries()) {
    const [one, other] = await measurePair(office.deps, pair, workers);
    for (const [name, inputs] of Object.entries(one)) {
      const text = JSON.stringify(inputs);
      if (text !== JSON.stringify(other[name])) found.push(`${index}: ${name}`);
      else if (isOf(pair.one, text)) found.push(`${index}: ${name} names the person`);
    }
  }
  return found;
};

test.serial('the pairs differ in all that must not count, and the matters differ in what may', (t) => {
  t.is(pairs.length, PAIRS);
  for (const { one, other } of pairs)
    for (const key of Object.keys(one) as (keyof WhoSomebodyIs)[]) t.notDeepEqual(one[key], other[key], key);
  t.true(new Set(pairs.map(({ matter }) => JSON.stringify(matter))).size > PAIRS * 0.95);
});

test.serial('500 matters are laid before the tables alike, whoever comes with them', async (t) => {
  t.deepEqual(await toldApart(pairs), []);
});

test.serial('a worker that looks at the language is found', async (t) => {
  const unfair = defineWorker<{ caseId: string }>({
    input: eingang.input,
    output: { schutzbedarf: 'flag' },
    handle: async (job, deps) => {
      const person = await findPerson(deps.db, (await getCase(deps.db, job.variables.caseId)).personId);
      return { schutzbedarf: person?.details.sprache === 'ar' };
    },
  });
  const some = pairs.slice(0, 40);
  const found = await toldApart(some, { eingang, unfair });
  const expected = some.flatMap(({ one, other }, index) =>
    (one.sprache === 'ar') === (other.sprache === 'ar') ? [] : [`${index}: unfair`],
  );
  t.true(expected.length > 3);
  t.deepEqual(found, expected);
});
