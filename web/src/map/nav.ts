import { mapPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const mapNav: NavEntry = {
  path: mapPath,
  name: { de: 'Prozesskarte', en: 'Process map' },
};
