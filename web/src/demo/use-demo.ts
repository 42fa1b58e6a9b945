import { useQuery } from '@tanstack/preact-query';
import type { Demo } from '../../../services/demo/answers.ts';
import { ApiFault, api } from '../api/client.ts';

const read = async (signal: AbortSignal): Promise<Demo | null> => {
  try {
    return await api.get<Demo>('/api/demo', signal);
  } catch (error) {
    if (error instanceof ApiFault && error.status === 404) return null;
    throw error;
  }
};

/** Null where this is no demo: the server has no such address there. Undefined while that is being asked. */
export const useDemo = (): Demo | null | undefined =>
  useQuery({ queryKey: ['demo'], queryFn: ({ signal }) => read(signal), staleTime: Number.POSITIVE_INFINITY }).data;
