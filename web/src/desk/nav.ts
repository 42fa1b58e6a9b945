import { countOf, useDesk } from '../api/desk.ts';
import { may } from '../api/me.ts';
import { deskPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const deskNav: NavEntry = {
  path: deskPath,
  name: { de: 'Fragen an mich', en: 'Questions for me' },
  seenBy: (me) => may(me, 'answer-questions'),
  useCount: (me) => {
    const desk = useDesk(me);
    return desk && countOf(desk);
  },
};
