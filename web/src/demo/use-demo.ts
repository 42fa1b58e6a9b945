import { useQuery } from '@tanstack/preact-query';
import { ApiFault, api } from '../api/client.ts';
import type { Me } from '../api/me.ts';

export type DemoAccount = { account: string; name: string; home: Me['home'] };
export type Demo = { accounts: DemoAccount[]; today: string };

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
