import { Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { requireStaff, sectionIds } from '../staff/index.ts';

const editors = ['wm', ...sectionIds.map((id) => `rsb-${id.toLowerCase()}`)];
const owners = ['pv', 'wm'];

/** Knowledge management and the legal specialists write and publish; everybody else in the office reads. */
export const mayEdit = (user: User): boolean => !user.applicant && user.groups.some((group) => editors.includes(group));

/** What people say about a step goes to those who own processes and knowledge. */
const seesFeedback = (user: User): boolean => !user.applicant && user.groups.some((group) => owners.includes(group));

export const requireEditor = (user: User): void => {
  requireStaff(user);
  if (!mayEdit(user)) throw new Forbidden('Wissensartikel schreiben das Wissensmanagement und die Rechtssachbearbeitung.');
};

export const requireFeedbackOwner = (user: User): void => {
  if (!seesFeedback(user)) throw new NotFound();
};
