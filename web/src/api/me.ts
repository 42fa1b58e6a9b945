import { useQuery } from '@tanstack/preact-query';
import type { Home } from '../../../services/office/homes.ts';
import type { Right } from '../../../services/office/right-names.ts';
import type { Me, Nobody } from '../../../services/portal/answers.ts';
import { auditPath, deskPath, mapPath, portalPath, tasksPath } from '../paths.ts';
import { api, locked } from './client.ts';

/** The person signed in, or null for nobody. */
export const readMe = async (signal?: AbortSignal): Promise<Me | null> => {
  const me = await api.get<Me | Nobody>('/api/me', signal);
  return me.account === null ? null : me;
};

/** A session that ended behind an open page locks it: the page, with all that was typed, stays the same person's. */
const followMe = async (before: Me | null | undefined, signal: AbortSignal): Promise<Me | null> => {
  const now = await readMe(signal);
  if (now || !before) return now;
  locked.set(true);
  return before;
};

/** Who is signed in: undefined while that is being asked, null for nobody. */
export const useMe = (): Me | null | undefined =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ client, queryKey, signal }) => followMe(client.getQueryData<Me | null>(queryKey), signal),
    refetchInterval: ({ state }) => Math.min(5, (state.data?.idleMinutes ?? 10) / 2) * 60_000,
  }).data;

/** Whether this person has a right of the office's; nobody and applicants have none. */
export const may = (me: Pick<Me, 'may'> | null | undefined, right: Right): boolean => me?.may.includes(right) ?? false;

const homePaths: Record<Home, string> = { portal: portalPath, fragen: deskPath, aufgaben: tasksPath, protokoll: auditPath, karte: mapPath };

/** Where this person's day begins. */
export const homeOf = ({ home }: Pick<Me, 'home'>): string => homePaths[home];
