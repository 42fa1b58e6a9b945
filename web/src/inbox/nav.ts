import { may } from '../api/me.ts';
import { tasksPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const inboxNav: NavEntry = {
  path: tasksPath,
  name: { de: 'Aufgaben', en: 'Tasks' },
  seenBy: (me) => may(me, 'work-on-cases'),
};
