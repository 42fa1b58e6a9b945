import { may } from '../api/me.ts';
import { casesPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const casesNav: NavEntry = {
  path: casesPath,
  name: { de: 'Vorgänge', en: 'Cases' },
  seenBy: (me) => may(me, 'work-on-cases'),
};
