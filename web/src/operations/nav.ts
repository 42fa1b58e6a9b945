import { incidentsPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const incidentsNav: NavEntry = {
  path: incidentsPath,
  name: { de: 'Störungen', en: 'Incidents' },
  seenBy: ({ groups }) => groups.includes('ops'),
};
