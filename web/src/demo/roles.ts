import type { Me } from '../../../services/portal/answers.ts';
import { may } from '../api/me.ts';
import { auditPath, deskPath, mapPath, portalPath, signInPath, studioPath, tasksPath } from '../paths.ts';
import type { de } from './words.de.ts';

export type RoleId = keyof (typeof de)['cards'];
export type TourId = keyof (typeof de)['tour']['steps'];

/** Who can be chosen with one click, and where their day begins. The applicant's tour is told by the pages of the portal. */
export const roles: readonly { id: RoleId; account: string; home: string; tour: TourId | 'applicant' }[] = [
  { id: 'clerk', account: 'sb-sg4', home: tasksPath, tour: 'clerk' },
  { id: 'legal', account: 'rsb-sg1', home: deskPath, tour: 'legal' },
  { id: 'head', account: 'sgl-sg4', home: `${tasksPath}?view=all`, tour: 'head' },
  { id: 'owner', account: 'pv', home: mapPath, tour: 'owner' },
  { id: 'lead', account: 'al', home: studioPath, tour: 'lead' },
  { id: 'service', account: 'svc', home: tasksPath, tour: 'service' },
  { id: 'phone', account: 'tel', home: tasksPath, tour: 'service' },
  { id: 'security', account: 'sicherheit', home: tasksPath, tour: 'security' },
  { id: 'privacy', account: 'dsb', home: auditPath, tour: 'privacy' },
  { id: 'applicant', account: 'antragsteller', home: portalPath, tour: 'applicant' },
];

/** The tour of whoever is signed in: that of their role, also for second persons and other sections. */
export const tourOf = (me: Pick<Me, 'may'>): TourId => {
  if (may(me, 'approve-changes')) return 'lead';
  if (may(me, 'count-all-cases')) return 'owner';
  if (may(me, 'see-hidden-cases')) return 'security';
  if (may(me, 'read-audit')) return 'privacy';
  if (may(me, 'lead-section')) return 'head';
  if (may(me, 'answer-questions')) return 'legal';
  return may(me, 'decide-cases') ? 'clerk' : 'service';
};

export const tourParameter = 'rundgang';

export const signInAs = (account: string, home: string, tour?: TourId | 'applicant'): string => {
  const returnTo = tour ? `${home}${home.includes('?') ? '&' : '?'}${tourParameter}=${tour}` : home;
  return signInPath(returnTo, account);
};
