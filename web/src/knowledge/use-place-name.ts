import { useQuery } from '@tanstack/preact-query';
import type { Landscape } from '../../../services/models/answers.ts';
import { api } from '../api/client.ts';

type Known = { id: string; name: string };

const namesOf = ({ sections, roots, blocks, others }: Landscape): Known[] =>
  [...sections.flatMap((section) => section.processes), ...roots, ...blocks, ...others]
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));

/** All processes by their name, for places and choices. */
export const useProcesses = (): Known[] | undefined =>
  useQuery({
    queryKey: ['models', 'names'],
    queryFn: async ({ signal }) => namesOf(await api.get<Landscape>('/api/processes/map', signal)),
  }).data;

/** The name of the process an article belongs to; its id until that is known. */
export const useProcessName = (): ((id: string) => string) => {
  const known = useProcesses();
  return (id) => known?.find((each) => each.id === id)?.name ?? id;
};
