import { Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { hasRight, requireStaff } from '../staff/index.ts';

/** Knowledge management and the legal specialists write and publish; everybody else in the office reads. */
export const mayEdit = (user: User): boolean => hasRight(user, 'edit-articles');

export const requireEditor = (user: User): void => {
  requireStaff(user);
  if (!mayEdit(user)) throw new Forbidden('Wissensartikel schreiben das Wissensmanagement und die Rechtssachbearbeitung.');
};

/** What people say about a step goes to those who own processes and knowledge. */
export const requireFeedbackOwner = (user: User): void => {
  if (!hasRight(user, 'read-feedback')) throw new NotFound();
};
