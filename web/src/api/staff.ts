import { useQuery } from '@tanstack/preact-query';
import type { StaffList, StaffMember } from '../../../services/staff/answers.ts';
import { api } from './client.ts';

/** Everybody who works here, by name; undefined until they are there. */
export const useStaff = (): StaffMember[] | undefined =>
  useQuery({
    queryKey: ['staff'],
    queryFn: async ({ signal }) => (await api.get<StaffList>('/api/staff', signal)).items,
    staleTime: 10 * 60_000,
  }).data;

/** The name of an account; the account itself for one who has left, and an ellipsis until the names are there. */
export const useStaffName = (): ((account: string) => string) => {
  const staff = useStaff();
  return (account) => (staff ? (staff.find((each) => each.account === account)?.name ?? account) : '…');
};
