import { may } from '../api/me.ts';
import { incidentsPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const incidentsNav: NavEntry = {
  path: incidentsPath,
  name: { de: 'Störungen', en: 'Incidents' },
  seenBy: (me) => may(me, 'see-operations'),
};
