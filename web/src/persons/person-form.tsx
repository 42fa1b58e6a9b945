import { useState } from 'preact/hooks';
import type { PersonFile } from '../../../services/personfile/answers.ts';
import { partialDayWords } from '../../../services/typed/partial-day.ts';
import { readBirthday } from '../../../services/typed/read-birthday.ts';
import { showDay } from '../../../services/typed/read-day.ts';
import { dayOf } from '../i18n/format.ts';
import { useOfficeTexts } from '../office/words.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { Differences, OvertakenNote, useSeen } from '../ui/overtaken.tsx';
import { useOvertakenTexts } from '../ui/overtaken-words.ts';
import { useCorrect } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { usePersonsTexts } from './words.ts';

type Kind = 'text' | 'birth' | 'day' | 'list' | 'lines' | 'yes' | 'choice';

/** How each field is typed; the order is that of a passport, then how somebody is reached. */
const kinds: Record<string, Kind> = {
  familienname: 'text',
  vornamen: 'text',
  geburtsname: 'text',
  aliasnamen: 'lines',
  geburtsdatum: 'birth',
  geburtsort: 'text',
  staatsangehoerigkeiten: 'list',
  anschrift: 'text',
  einzugsdatum: 'day',
  auskunftssperre: 'yes',
  telefon: 'text',
  email: 'text',
  kontaktweg: 'choice',
  azrNummer: 'text',
  passNummer: 'text',
  passStaat: 'text',
  passAusstellung: 'day',
  passGueltigBis: 'day',
};
const choices: Record<string, string[]> = { kontaktweg: ['email', 'telefon', 'post'] };

const toTyped = (kind: Kind, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (kind === 'birth') return partialDayWords(String(value)) ?? showDay(value);
  if (Array.isArray(value)) return value.join(kind === 'lines' ? '\n' : ', ');
  return kind === 'yes' ? (value === true ? 'ja' : '') : String(value);
};

/** As the server takes it; null takes the value away. */
const fromTyped = (kind: Kind, typed: string): unknown => {
  const text = typed.trim();
  if (kind === 'yes') return text === 'ja';
  if (text === '') return null;
  if (kind === 'birth') return readBirthday(text, { today: dayOf(new Date().toISOString()) });
  if (kind === 'lines' || kind === 'list')
    return text
      .split(kind === 'lines' ? '\n' : ',')
      .map((part) => part.trim())
      .filter(Boolean);
  return text;
};

type FieldProps = { field: string; kind: Kind; value: string; onChange: (value: string) => void };

const PersonField = ({ field, kind, value, onChange }: FieldProps) => {
  const t = usePersonsTexts().correct;
  const { fields, codes } = useOfficeTexts().person;
  const label = fields[field] ?? field;
  const id = `person-${field}`;
  const typed = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  if (kind === 'day') return <DayField id={id} label={label} hint={t.dayHint} value={value} onChange={onChange} />;
  if (kind === 'yes')
    return (
      <label class="check">
        <input type="checkbox" checked={value === 'ja'} onChange={(event) => onChange(event.currentTarget.checked ? 'ja' : '')} />
        {label}
      </label>
    );
  const hint = { birth: t.birthHint, list: t.listHint, lines: t.linesHint }[kind as string];
  return (
    <Field id={id} label={label}>
      {kind === 'lines' && <textarea id={id} rows={2} value={value} onInput={typed} />}
      {kind === 'choice' && (
        <select id={id} value={value} onChange={typed}>
          <option value="">{t.none}</option>
          {choices[field]?.map((code) => (
            <option key={code} value={code}>
              {codes[code] ?? code}
            </option>
          ))}
        </select>
      )}
      {kind !== 'lines' && kind !== 'choice' && <input id={id} type="text" maxLength={300} value={value} onInput={typed} />}
      {hint && <span class="field__hint">{hint}</span>}
    </Field>
  );
};

/** "Angaben zur Person berichtigen": what was typed wrongly, a new address or passport; with a reason, and the old value stays on file. */
export const PersonForm = ({ found }: { found: PersonFile }) => {
  const t = usePersonsTexts();
  const correct = useCorrect(found.personId);
  const { again } = useOvertakenTexts();
  const { fields: labels } = useOfficeTexts().person;
  const fields = Object.entries(kinds).filter(([field]) => found.may.correct.includes(field));
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const { send: sendSeen, overtaken } = useSeen(found.version, Object.keys(typed).length > 0);
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const shown = (field: string, kind: Kind): string => typed[field] ?? toTyped(kind, found.person[field]);
  const changes = Object.fromEntries(
    fields.flatMap(([field, kind]) =>
      typed[field] !== undefined && typed[field] !== toTyped(kind, found.person[field])
        ? [[field, fromTyped(kind, typed[field])] as const]
        : [],
    ),
  );
  const missing = (): string | undefined => {
    if (Object.keys(changes).length === 0) return t.correct.nothing;
    if ('geburtsdatum' in changes && !changes.geburtsdatum) return t.correct.badBirth;
    return reason.trim() ? undefined : t.needsReason;
  };
  const send = async (): Promise<void> => {
    await sendSeen((version) => correct.mutateAsync({ changes, reason, version }));
    setTyped({});
    setReason('');
    setOpen(false);
    setSaid(t.correct.saved);
  };
  if (fields.length === 0) return null;
  const all = found.may.correct.includes('familienname');
  return (
    <>
      <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.correct.open}</summary>
        <InlineForm hint={all ? t.correct.hint : t.correct.contactHint} send={t.correct.save} missing={missing} onSend={send}>
          {overtaken && (
            <OvertakenNote overtaken={overtaken}>
              <Differences
                differences={fields.flatMap(([field, kind]) => {
                  const [theirs, mine] = [toTyped(kind, found.person[field]), typed[field] ?? ''];
                  return typed[field] === undefined || mine === theirs ? [] : [{ label: labels[field] ?? field, theirs, mine }];
                })}
              />
              <p>{again}</p>
            </OvertakenNote>
          )}
          {fields.map(([field, kind]) => (
            <PersonField
              key={field}
              field={field}
              kind={kind}
              value={shown(field, kind)}
              onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
            />
          ))}
          <ReasonField value={reason} onChange={setReason} />
        </InlineForm>
      </details>
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};
