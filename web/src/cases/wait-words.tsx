import type { Reminder, Wait } from '../../../services/casefile/answers.ts';
import { daysLater } from '../i18n/days-later.ts';
import { dayOf, useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { findFrist } from '../office/fristen.ts';
import { useFileTexts } from './file-words.ts';
import { SimulationMark } from './simulation-mark.tsx';
import { useCasesTexts } from './words.ts';

/** One wait as sentences: who is asked, since when, until when, and what happens then. */
export const WaitWords = ({ wait, reminders }: { wait: Wait; reminders: Reminder[] }) => {
  const { waits: names } = useCasesTexts();
  const t = useFileTexts().waits;
  const { day } = useFormat();
  const language = useLanguage();
  const kind = findFrist(wait.kind);
  const name = kind?.[language] ?? names.other;
  if (kind?.sicherheit) return <span class="line__main">{name}</span>;
  const last = dayOf(wait.until);
  const notes = kind?.legtWiederVor ? reminders.filter((each) => each.date === last) : [];
  const words = kind?.hinweis?.[language].replace('{tagDanach}', day(daysLater(last, 1)));
  return (
    <>
      <span class="line__main">
        {name} <strong>{kind?.vermerk ? t.on(day(last)) : names.until(day(last))}</strong>
        {wait.authority && <SimulationMark />}
      </span>
      <span class="wait__words">
        {notes.length > 0 ? <span lang="de">{notes.map((each) => each.note).join(' · ')}</span> : words}{' '}
        {wait.since && !kind?.vermerk && t.since(day(wait.since))}
      </span>
    </>
  );
};
