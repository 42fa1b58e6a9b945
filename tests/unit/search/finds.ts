import { askKeys, type Closeness } from '../../../services/search/ask-keys.ts';
import { nameKeys, type WrittenName } from '../../../services/search/name-keys.ts';
import { readQuery } from '../../../services/search/read-query.ts';

/** What PostgreSQL says about a tsvector of these keys: tests/integration/cases/search.test.ts holds the two together. */
export const findsName = (typed: string, name: WrittenName, closeness: Closeness = 'within'): boolean => {
  const keys = nameKeys([name]);
  return askKeys(readQuery(typed).people, closeness).some((parts) =>
    parts.every((any) => any.some(({ key, begins }) => keys.some((own) => (begins ? own.startsWith(key) : own === key)))),
  );
};
