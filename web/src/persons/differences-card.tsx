import { useId, useState } from 'preact/hooks';
import type { Difference, PersonFile } from '../../../services/personfile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useOfficeTexts } from '../office/words.ts';
import { Card } from '../ui/card.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { useValueWords } from '../ui/use-value-words.ts';
import { useSettle } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { usePersonsTexts } from './words.ts';
import './persons.css';

const One = ({ found, difference, onDone }: { found: PersonFile; difference: Difference; onDone: () => void }) => {
  const t = usePersonsTexts();
  const words = useValueWords();
  const { day } = useFormat();
  const name = useId();
  const settle = useSettle(found);
  const [take, setTake] = useState('');
  const [reason, setReason] = useState('');
  const { field, value, current, aktenzeichen, notedAt, differenceId } = difference;
  const label = useOfficeTexts().person.fields[field] ?? field;
  const missing = (): string | undefined => (take ? (reason.trim() ? undefined : t.needsReason) : t.differs.needsDecision);
  const send = async (): Promise<void> => {
    await settle.mutateAsync({ differenceId, take: take === 'take', reason });
    onDone();
  };
  return (
    <div class="likely-person">
      <FactList>
        <FactRow name={label}>
          {t.differs.known}: {current === null ? t.history.empty : words(field, current)}
          <br />
          {t.differs.said}: <strong>{words(field, value)}</strong>{' '}
          <span class="field__hint">
            {day(notedAt)}
            {aktenzeichen && `, ${t.differs.from(aktenzeichen)}`}
          </span>
        </FactRow>
      </FactList>
      {found.may.correct.includes(field) && (
        <details class="fold">
          <summary>{t.differs.decide(label)}</summary>
          <InlineForm send={t.differs.save} missing={missing} onSend={send}>
            <fieldset class="field">
              <legend class="visually-hidden">{t.differs.decide(label)}</legend>
              {[
                ['take', t.differs.take],
                ['keep', t.differs.keep],
              ].map(([code, text]) => (
                <label key={code} class="check">
                  <input type="radio" name={name} value={code} checked={take === code} onChange={() => setTake(code ?? '')} />
                  <span>{text}</span>
                </label>
              ))}
            </fieldset>
            <ReasonField value={reason} onChange={setReason} />
          </InlineForm>
        </details>
      )}
    </div>
  );
};

/** What an application or another file says of the person and the record does not: nothing is written over until somebody decides. */
export const DifferencesCard = ({ found }: { found: PersonFile }) => {
  const t = usePersonsTexts().differs;
  const [said, setSaid] = useState('');
  return (
    <>
      {found.differences.length > 0 && (
        <Card id="differences-title" title={t.title} class="case-card--attention">
          <p class="field__hint">{t.text}</p>
          {found.differences.map((difference) => (
            <One key={difference.differenceId} found={found} difference={difference} onDone={() => setSaid(t.saved)} />
          ))}
        </Card>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};
