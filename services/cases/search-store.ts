import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { foldName } from '../persons/index.ts';

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** An Aktenzeichen or a part of it: digits, perhaps behind its two letters. Anything else is a name. */
const fileNumber = /^(?:[a-z]{2}[-\s]?)?\d[\d\s-]*$/i;
const whole = /^[a-z]{2}-\d{4}-\d{6}$/i;

/** Up to here the people of a name are found first and their rows picked one by one; names that many people have turn up on any page soon. */
const FEW = 2_000;

const byName = (rows: Knex.QueryBuilder, typed: string): void => {
  const words = foldName(typed).split(' ').filter(Boolean);
  if (words.length === 0) rows.whereRaw('false');
  for (const word of words) {
    const name = 'persons.name_folded';
    // Trigrams need three letters; shorter words are looked for where a name begins.
    if (word.length > 2) rows.whereLike(name, `%${literal(word)}%`);
    else rows.where((start) => start.whereLike(name, `${literal(word)}%`).orWhereLike(name, `% ${literal(word)}%`));
  }
};

/**
 * What somebody typed into a search box, as a condition for lists over `cases`: an Aktenzeichen or a part of it, or words that all stand in the
 * name, in any order. One condition on one column, because only then can an index be used.
 */
export const prepareSearch = async (
  db: Database,
  typed: string,
  sight: { hidden: boolean },
): Promise<(rows: Knex.QueryBuilder) => void> => {
  const text = typed.trim();
  if (whole.test(text)) return (rows) => void rows.where('cases.aktenzeichen', text.toUpperCase());
  if (fileNumber.test(text)) return (rows) => void rows.whereLike('cases.aktenzeichen', `%${text.toUpperCase().replace(/[\s-]+/g, '-')}%`);
  const people = db('persons')
    .select('persons.person_id')
    .limit(FEW + 1);
  if (!sight.hidden) people.where('persons.hidden', false);
  byName(people, text);
  const found = (await people) as { person_id: string }[];
  if (found.length <= FEW) {
    const ids = found.map((row) => row.person_id);
    return (rows) => void rows.whereRaw('cases.person_id = any(?::uuid[])', [ids]);
  }
  return (rows) => byName(rows.join('persons', 'persons.person_id', 'cases.person_id'), text);
};
