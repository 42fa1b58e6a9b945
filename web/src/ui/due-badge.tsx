import { useMe } from '../api/me.ts';
import { dayOf, daysBetween, useFormat } from '../i18n/format.ts';

export type DueWords = { none: string; over: (n: number) => string; today: string; left: (n: number) => string };

const kindOf = (days: number): string => (days < 0 ? 'over' : days === 0 ? 'today' : days <= 3 ? 'soon' : 'later');

/** A deadline in words and as a date. The sign differs, not the colour alone. */
export const DueBadge = ({ dueDate, words }: { dueDate: string | null; words: DueWords }) => {
  const { day } = useFormat();
  const today = useMe()?.today;
  if (!dueDate || !today) return <span class="soft">{dueDate ? '' : words.none}</span>;
  const days = daysBetween(today, dayOf(dueDate));
  const text = days < 0 ? words.over(-days) : days === 0 ? words.today : words.left(days);
  return (
    <span class="due">
      <span class={`due__words due__words--${kindOf(days)}`}>
        <span class="due__sign" aria-hidden="true" />
        {text}
      </span>{' '}
      <span class="due__day">{day(dueDate)}</span>
    </span>
  );
};
