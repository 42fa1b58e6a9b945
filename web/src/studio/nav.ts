import { may } from '../api/me.ts';
import { studioPath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';
import { useWaiting } from './use-waiting.ts';

/** Who signs now and then among other work sees it when there is something to sign. */
export const studioNav: NavEntry = {
  path: studioPath,
  name: { de: 'Studio', en: 'Studio' },
  seenBy: (me, waiting) => may(me, 'read-changes') && (!may(me, 'work-on-cases') || Boolean(waiting)),
  useCount: useWaiting,
};
