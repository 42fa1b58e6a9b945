import { dayOf, useFormat } from '../i18n/format.ts';
import { SimulationMark } from './simulation-mark.tsx';
import type { Reminder, Wait } from './types.ts';
import { useCasesTexts } from './use-cases-texts.ts';
import { useFileTexts } from './use-file-texts.ts';

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Begins on its day instead of ending there. */
const startsThen = (kind: string): boolean => kind === 'wiedervorlage' || kind === 'verlaengerung';

/** One wait as sentences: who is asked, since when, until when, and what happens then. */
export const WaitWords = ({ wait, reminders }: { wait: Wait; reminders: Reminder[] }) => {
  const { waits: names } = useCasesTexts();
  const t = useFileTexts().waits;
  const { day } = useFormat();
  const name = names.kinds[wait.kind] ?? names.other;
  if (wait.kind === 'beteiligung') return <span class="line__main">{name}</span>;
  const last = dayOf(wait.until);
  const notes = wait.kind === 'wiedervorlage' ? reminders.filter((each) => each.date === last) : [];
  const words = wait.kind === 'ba' ? t.ba(day(dayAfter(last))) : t.words[wait.kind];
  return (
    <>
      <span class="line__main">
        {name} <strong>{startsThen(wait.kind) ? t.on(day(last)) : names.until(day(last))}</strong>
        {wait.authority && <SimulationMark />}
      </span>
      <span class="wait__words">
        {notes.length > 0 ? <span lang="de">{notes.map((each) => each.note).join(' · ')}</span> : words}{' '}
        {wait.since && !startsThen(wait.kind) && t.since(day(wait.since))}
      </span>
    </>
  );
};
