import { useQuery } from '@tanstack/preact-query';
import type { Me } from '../../../services/portal/answers.ts';
import type { Changes } from '../../../services/studio/changes/answers.ts';
import { api } from '../api/client.ts';
import { may } from '../api/me.ts';
import { signsAs, waitsFor } from './rights.ts';

/** How many changes wait for this person's signature; undefined for whoever signs none. Apart from the other queries: every page's header asks it. */
export const useWaiting = (me: Me | null | undefined): number | undefined => {
  const { data } = useQuery({
    queryKey: ['models', 'changes', 'zur-freigabe'],
    queryFn: async ({ signal }) => (await api.get<Changes>('/api/process-changes?state=zur-freigabe', signal)).items,
    enabled: may(me, 'read-changes') && signsAs(me) !== undefined,
  });
  return me && data ? data.filter((line) => waitsFor(me, line)).length : undefined;
};
