import { may } from '../api/me.ts';
import { auditPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const auditNav: NavEntry = {
  path: auditPath,
  name: { de: 'Protokoll', en: 'Audit trail' },
  seenBy: (me) => may(me, 'read-audit'),
};
