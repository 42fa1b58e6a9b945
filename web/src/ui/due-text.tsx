import { useMe } from '../api/me.ts';
import { dayOf, daysBetween } from '../i18n/format.ts';
import { useOfficeTexts } from '../office/words.ts';

/** How far off a deadline is, in the office's days. */
export const DueText = ({ deadline }: { deadline: string }) => {
  const t = useOfficeTexts().due;
  const today = useMe()?.today;
  if (!today) return null;
  const days = daysBetween(today, dayOf(deadline));
  const kind = days < 0 ? 'over' : days === 0 ? 'today' : days <= 7 ? 'soon' : 'later';
  const text = days < 0 ? t.over(-days) : days === 0 ? t.today : t.left(days);
  return <span class={`due-text due-text--${kind}`}>{text}</span>;
};
