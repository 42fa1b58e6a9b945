import type { Deps } from '../deps.ts';
import { citeNorm, findValue, wordsOf } from '../legal/index.ts';
import { listWithheld } from '../models/index.ts';
import type { User } from '../platform/route.ts';
import { countScope, countsUnseen } from '../staff/index.ts';
import type { Norms } from './answers.ts';
import { getIndex } from './build-index.ts';
import { countCases, sayInSteps } from './count-cases.ts';
import { parseQuery } from './parse-query.ts';
import { readArticles } from './read-articles.ts';
import { type Everything, isNamed, searchNorms, visibleTo } from './search-norms.ts';

/** Everything in the office that rests on a norm, as far as this person may know of it. */
export const findNorms = async (
  { db, releases, clock }: Pick<Deps, 'db' | 'releases' | 'clock'>,
  user: User,
  query: string,
): Promise<Norms> => {
  const [built, articles, withheld] = await Promise.all([getIndex(releases), readArticles(db), listWithheld(releases, user)]);
  const index: Everything = visibleTo({ ...built, articles }, withheld);
  const { known, near, understood } = parseQuery(query);
  const scope = countScope(user);
  const { values, ...hits } = searchNorms(index, known);
  const cases = scope && known.length > 0 ? await countCases(db, scope, { index, wanted: known }) : null;
  const today = clock.today().toString();
  return {
    query,
    understood,
    norms: known.map((each) => ({ norm: citeNorm(each), law: each.law, section: each.section, paragraph: each.paragraph ?? null })),
    // Beside a norm that exists only others that lead somewhere; for one that does not, all that are close.
    near: near.filter((each) => known.length === 0 || isNamed(index, each)).map(citeNorm),
    hits: {
      ...hits,
      values: values.map((each) => {
        const value = findValue(each.key, today);
        return { ...each, value: value ? wordsOf(value) : null };
      }),
      cases: cases && countsUnseen(user) ? sayInSteps(cases) : cases,
    },
  };
};
