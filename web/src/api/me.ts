import { useQuery } from '@tanstack/preact-query';
import { auditPath, deskPath, mapPath, portalPath, tasksPath } from '../paths.ts';
import { api, locked } from './client.ts';

export type Me = {
  account: string;
  name: string;
  groups: string[];
  teams: string[];
  applicant: boolean;
  /** The office's day, JJJJ-MM-TT. */
  today: string;
  /** Minutes without input after which the session ends. */
  idleMinutes?: number;
};

/** The person signed in, or null for nobody. */
export const readMe = async (signal?: AbortSignal): Promise<Me | null> => {
  const me = await api.get<Me | { account: null }>('/api/me', signal);
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

const clerks = /^(?:(?:sb|rsb|sgl)-sg\d|svc|notfall|tel|sicherheit|azubi)$/;

/** Whether this person's work is single cases; others lead, control or model, and open none. */
export const worksOnCases = (me: Pick<Me, 'groups' | 'applicant'>): boolean =>
  !me.applicant && me.groups.some((group) => clerks.test(group));

/** Questions, second checks and objections come to legal specialists; those nobody answered in time to the head of the section. */
export const hasDesk = (me: Pick<Me, 'groups'>): boolean => me.groups.some((group) => /^(?:rsb|sgl)-sg\d$/.test(group));
/** In training and in no section: nothing is theirs to do. */
export const isTrainee = (me: Pick<Me, 'groups'>): boolean => me.groups.every((group) => group === 'azubi');
const isLegal = (me: Pick<Me, 'groups'>): boolean => me.groups.some((group) => group.startsWith('rsb-'));

/** Data protection alone reads the trail. */
export const seesAudit = (me: Pick<Me, 'groups'>): boolean => me.groups.includes('dsb');

/** Where this person's day begins. */
export const homeOf = (me: Me): string =>
  me.applicant ? portalPath : isLegal(me) ? deskPath : worksOnCases(me) ? tasksPath : seesAudit(me) ? auditPath : mapPath;

/** The section this person leads, if any. */
export const headOf = (me: Me): string | undefined =>
  me.groups.map((group) => /^sgl-(sg\d)$/.exec(group)?.[1]?.toUpperCase()).find((section) => section !== undefined);
