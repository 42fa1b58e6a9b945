import { useRef, useState } from 'preact/hooks';
import type { LetterLine as CaseLetter } from '../../../services/letters/answers.ts';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { useMe } from '../api/me.ts';
import { useFormat } from '../i18n/format.ts';
import { LinkButton } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { OvertakenNote, useSeen } from '../ui/overtaken.tsx';
import { useOvertakenTexts } from '../ui/overtaken-words.ts';
import { useFileTexts } from './file-words.ts';
import { useNoteDelivery } from './queries.ts';
import './delivery-lines.css';

/** How a decision reached the person and what follows from it, as sentences. */
const useEnds = (letter: CaseLetter): string[] => {
  const t = useFileTexts().delivery;
  const { day } = useFormat();
  const today = useMe()?.today ?? '';
  const { zustellung, zugestelltAm, bekanntgabeAm, rechtsbehelf, rechtsbehelfBis, bestandskraftAb } = letter;
  if (!bekanntgabeAm) return zustellung === 'PZU' ? [t.waitsForCertificate] : zustellung === 'PORTAL' ? [t.waitsForReading] : [];
  const remedy = rechtsbehelf ? (t.remedies[rechtsbehelf] ?? rechtsbehelf) : undefined;
  const isOver = rechtsbehelfBis !== null && rechtsbehelfBis < today;
  return [
    ...(zugestelltAm ? [t.delivered(day(zugestelltAm))] : []),
    ...(zugestelltAm === bekanntgabeAm ? [] : [t.known(day(bekanntgabeAm))]),
    ...(remedy && rechtsbehelfBis ? [isOver ? t.over(remedy, day(rechtsbehelfBis)) : t.running(remedy, day(rechtsbehelfBis))] : []),
    ...(bestandskraftAb ? [bestandskraftAb <= today ? t.isFinal(day(bestandskraftAb)) : t.final(day(bestandskraftAb))] : []),
  ];
};

const DeliveryForm = ({ caseId, letter, onDone, onCancel }: Props & { onDone: () => void; onCancel: () => void }) => {
  const t = useFileTexts().delivery;
  const today = useMe()?.today;
  const note = useNoteDelivery(caseId);
  const { day } = useFormat();
  const { again } = useOvertakenTexts();
  const { send: sendSeen, overtaken } = useSeen(letter.version);
  const [date, setDate] = useState('');
  const send = async (): Promise<void> => {
    await sendSeen((version) => note.mutateAsync({ letterId: letter.letterId, date, version }));
    onDone();
  };
  return (
    <InlineForm
      send={t.save}
      missing={() => (isDay(date) ? undefined : t.needsDate)}
      onSend={send}
      cancel={{ text: t.cancel, act: onCancel }}
    >
      {overtaken && (
        <OvertakenNote overtaken={overtaken}>
          <p>
            {letter.zugestelltAm && t.delivered(day(letter.zugestelltAm))} {again}
          </p>
        </OvertakenNote>
      )}
      <DayField
        id={`zustellung-${letter.letterId}`}
        label={t.date}
        hint={letter.zustellung === 'PZU' ? t.dateOfCertificate : t.dateOfArrival}
        value={date}
        max={today}
        onChange={setDate}
      />
    </InlineForm>
  );
};

type Props = { caseId: string; letter: CaseLetter };

/** Below a decision in the list of letters. The day of a certificate, or of a letter that came late, is entered here. */
export const DeliveryLines = ({ caseId, letter }: Props) => {
  const t = useFileTexts().delivery;
  const ends = useEnds(letter);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (text: string): void => {
    setSaid(text);
    setOpen(false);
    opener.current?.focus();
  };
  const { zustellung, zugestelltAm } = letter;
  const missing = zustellung === 'PZU' && !zugestelltAm;
  const action = missing ? t.enterCertificate : t.enterArrival;
  const mayEnter = missing || (zustellung === 'POST' && !zugestelltAm);
  return (
    <div class={missing ? 'delivery delivery--missing' : 'delivery'}>
      <p>
        {ends.join(' ')}{' '}
        {mayEnter && (
          <LinkButton at={opener} aria-expanded={open} aria-label={t.named(action, letter.subject)} onClick={() => setOpen(!open)}>
            {action}
          </LinkButton>
        )}
      </p>
      {open && <DeliveryForm caseId={caseId} letter={letter} onDone={() => close(t.saved)} onCancel={() => close('')} />}
      <p role="status" class="said">
        {said}
      </p>
    </div>
  );
};
