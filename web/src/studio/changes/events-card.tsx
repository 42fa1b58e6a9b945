import type { ChangeEvent } from '../../../../services/studio/changes/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { useStudioTexts } from '../words.ts';
import { useChangesTexts } from './words.ts';

/** Who did what and when, newest first. */
export const EventsCard = ({ events }: { events: readonly ChangeEvent[] }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const { dayAndTime } = useFormat();
  if (events.length === 0) return null;
  return (
    <details class="fold change-events">
      <summary>
        {own.events.title} <span class="count">{events.length}</span>
      </summary>
      <ol class="change-events__list">
        {events.toReversed().map((event) => (
          <li key={`${event.at} ${event.what} ${event.text}`}>
            <time dateTime={event.at}>{dayAndTime(event.at)}</time> {event.name || t.nobody}:{' '}
            {own.events.what[event.what] ?? <span lang="de">{event.what}</span>}
            {event.text && (
              <span class="change-events__text" lang="de">
                {event.text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
};
