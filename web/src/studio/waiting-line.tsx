import { useMe } from '../api/me.ts';
import { studioPath } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { useEntryTexts } from './entry-words.ts';
import { useWaiting } from './use-waiting.ts';

/** Where whoever signs begins their day: what waits for them. Nothing, if nothing does. */
export const WaitingLine = () => {
  const t = useEntryTexts();
  const waiting = useWaiting(useMe());
  return waiting ? (
    <Notice tone="news">
      <a href={studioPath}>{t.waiting(waiting)}</a>
    </Notice>
  ) : null;
};
