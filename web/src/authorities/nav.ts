import { may } from '../api/me.ts';
import { authoritiesPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

/** Who works on cases finds them at the foot of the page. */
export const authoritiesNav: NavEntry = {
  path: authoritiesPath,
  name: { de: 'Behörden', en: 'Authorities' },
  seenBy: (me) => !may(me, 'work-on-cases'),
};
