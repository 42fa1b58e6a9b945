import { Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { isIn, readers, rollers, triers, writers } from './states.ts';

/** For everybody else the studio does not exist. */
export const requireReader = (user: User): void => {
  if (!isIn(user, readers)) throw new NotFound();
};

export const requireWriter = (user: User): void => {
  requireReader(user);
  if (!isIn(user, writers)) throw new Forbidden('Änderungen schreiben die Prozessverantwortlichen.');
};

export const requireTrier = (user: User): void => {
  requireReader(user);
  if (!isIn(user, triers)) throw new Forbidden('Probeläufe machen die Prozessverantwortlichen und wer freigibt.');
};

export const requireRoller = (user: User): void => {
  requireReader(user);
  if (!isIn(user, rollers)) throw new Forbidden('Frühere Fassungen holen die Prozessverantwortlichen und die Abteilungsleitung zurück.');
};
