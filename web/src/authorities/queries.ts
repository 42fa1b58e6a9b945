import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { AuthorityList } from '../../../services/authorities/answers.ts';
import type { Behaviour } from '../../../services/demo/answers.ts';
import { api } from '../api/client.ts';

export const useFigures = () =>
  useQuery({
    queryKey: ['authorities', 'figures'],
    queryFn: ({ signal }) => api.get<AuthorityList>('/api/authorities', signal),
    refetchInterval: 15_000,
  });

export const useBehaviour = (wanted: boolean) =>
  useQuery({
    queryKey: ['authorities', 'behaviour'],
    queryFn: ({ signal }) => api.get<Behaviour>('/api/demo/authorities', signal),
    enabled: wanted,
  });

export const useSetBehaviour = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Record<string, string>) => api.put<Behaviour>('/api/demo/authorities', change),
    onSuccess: (now) => client.setQueryData(['authorities', 'behaviour'], now),
  });
};
