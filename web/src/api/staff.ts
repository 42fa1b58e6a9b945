import { useQuery } from '@tanstack/preact-query';
import { api } from './client.ts';

export type StaffMember = { account: string; name: string; groups: string[]; teams: string[] };

/** The name of an account; the account itself for one who has left, and an ellipsis until the names are there. */
export const useStaffName = (): ((account: string) => string) => {
  const { data } = useQuery({
    queryKey: ['staff'],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<{ items: StaffMember[] }>('/api/staff', signal);
      return new Map(items.map(({ account, name }) => [account, name]));
    },
    staleTime: 10 * 60_000,
  });
  return (account) => (data ? (data.get(account) ?? account) : '…');
};
