import type { Database } from '../../db/connection.ts';
import { type CaseScope, inSteps } from '../staff/index.ts';
import { parseQuery } from './parse-query.ts';
import type { Everything } from './search-norms.ts';
import { countOpenAt, listTitleNorms } from './store.ts';
import type { Wanted } from './types.ts';

export type NormCases<Count = number> = { open: Count; byTitle: Count; byProcess: { processId: string; name: string; open: number }[] };

/** A norm can be about very few people, and a whole less its parts as well. */
export const sayInSteps = ({ open, byTitle, byProcess }: NormCases): NormCases<number | null> => ({
  open: inSteps(open),
  byTitle: inSteps(byTitle),
  byProcess: byProcess.flatMap((each) => {
    const said = inSteps(each.open);
    return said === null ? [] : [{ ...each, open: said }];
  }),
});

const isWanted = (wanted: readonly Wanted[], found: { law: string; section: string; paragraphs?: readonly string[] }): boolean =>
  wanted.some(({ law, section }) => found.law === law && found.section === section);

/** How many open cases rest on a norm: by the title their person holds, or by standing in a process or step that names it as its basis. */
export const countCases = async (
  db: Database,
  scope: CaseScope,
  { index, wanted }: { index: Everything; wanted: readonly Wanted[] },
): Promise<NormCases> => {
  const based = index.models
    .filter(({ place, named }) => place.basis && named.some((each) => isWanted(wanted, each)))
    .map(({ place }) => place);
  const processes = based.filter((place) => place.elementId === null).map((place) => place.processId);
  const elements = based.flatMap(({ processId, elementId }) =>
    elementId === null || processes.includes(processId) ? [] : [{ plainId: processId, elementId }],
  );
  const titles = (await listTitleNorms(db, scope)).filter((norm) => parseQuery(norm).known.some((each) => isWanted(wanted, each)));
  const { open, byTitle, byProcess } = await countOpenAt(db, scope, { places: { processes, elements }, titles });
  const nameOf = (processId: string): string => index.models.find(({ place }) => place.processId === processId)?.place.name ?? processId;
  return {
    open,
    byTitle,
    byProcess: byProcess
      .map((each) => ({ processId: each.processId, name: nameOf(each.processId), open: each.open }))
      .sort((a, b) => b.open - a.open || a.name.localeCompare(b.name, 'de')),
  };
};
