import { Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { groupsWith, hasRight } from '../staff/index.ts';

/** The groups the studio's calls exist for. */
export const readers = groupsWith('read-changes');

/** For everybody else the studio does not exist. */
export const requireReader = (user: User): void => {
  if (!hasRight(user, 'read-changes')) throw new NotFound();
};

export const requireWriter = (user: User): void => {
  requireReader(user);
  if (!hasRight(user, 'edit-models')) throw new Forbidden('Änderungen schreiben die Prozessverantwortlichen.');
};

export const requireTrier = (user: User): void => {
  requireReader(user);
  if (!hasRight(user, 'try-changes')) throw new Forbidden('Probeläufe machen die Prozessverantwortlichen und wer freigibt.');
};

export const requireRoller = (user: User): void => {
  requireReader(user);
  if (!hasRight(user, 'bring-releases-back'))
    throw new Forbidden('Frühere Fassungen holen die Prozessverantwortlichen und die Abteilungsleitung zurück.');
};
