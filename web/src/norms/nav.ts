import { may } from '../api/me.ts';
import { normsPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

/** Who owns processes and knowledge, answers for the law, leads or controls asks what rests on a norm. Others may, too; it is not in their way. */
export const normsNav: NavEntry = {
  path: normsPath,
  name: { de: 'Normen', en: 'Norms' },
  seenBy: (me) => may(me, 'trace-norms'),
};
