import { useQuery } from '@tanstack/preact-query';
import type { LawState } from '../../../services/legal/answers.ts';
import { api } from '../api/client.ts';

/** It changes with a release, and with the day on which a change of the law comes into force. */
export const useLawState = (wanted = true): LawState | undefined =>
  useQuery({
    queryKey: ['law'],
    queryFn: ({ signal }) => api.get<LawState>('/api/legal/state', signal),
    enabled: wanted,
    staleTime: 3_600_000,
  }).data;
