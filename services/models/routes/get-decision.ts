import type { Deps } from '../../deps.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isStaff } from '../../staff/index.ts';
import { type DecisionTable, decisionTable } from '../answers.ts';
import { findTables } from '../read-released.ts';
import { processId, releaseQuery } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';
import { wordsOfTable } from '../words-of-table.ts';

export default defineRoute<Deps, { id: string }, { version?: number }>({
  method: 'GET',
  path: '/api/decisions/{id}',
  summary: 'a decision as the table its authors wrote',
  access: 'signed-in',
  params: processId,
  query: releaseQuery,
  answers: {
    200: {
      description: 'cells are FEEL; empty or - means any value',
      schema: decisionTable,
    },
    404: { description: 'no such decision' },
  },
  handle: async ({ user, params, query }, deps) => {
    const releases = await releasesFor(deps.releases, user);
    const file = isStaff(user) ? await findTables(releases, params.id, query.version) : undefined;
    // The file may be asked for by its own name, too: then its last table is meant, the one the others lead to.
    const table = file?.read.find((each) => each.id === params.id) ?? file?.read.at(-1);
    if (!file || !table) throw new NotFound();
    const { id, name, hitPolicy, inputs, outputs, rules } = table;
    const requires = table.requires.map(({ decision }) => ({
      id: decision,
      name: file.read.find((each) => each.id === decision)?.name ?? decision,
    }));
    const shown: DecisionTable = {
      id,
      name,
      version: file.version,
      current: file.current,
      hitPolicy,
      inputs,
      outputs,
      rules,
      requires,
      words: await wordsOfTable(releases, table),
    };
    return reply(200, shown);
  },
});
