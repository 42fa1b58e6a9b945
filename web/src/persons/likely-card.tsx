import { useId, useState } from 'preact/hooks';
import type { LikelyPerson, PersonFile, SideBySide } from '../../../services/personfile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useOfficeTexts } from '../office/words.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { useValueWords } from '../ui/use-value-words.ts';
import { useAskComparison, useMerge, useTellApart } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { usePersonsTexts } from './words.ts';
import './persons.css';

type Chosen = Record<string, string>;

const Row = ({ row, chosen, open, onChoose }: { row: SideBySide; chosen: string; open: boolean; onChoose: (value: string) => void }) => {
  const t = usePersonsTexts().likely;
  const words = useValueWords();
  const label = useOfficeTexts().person.fields[row.field] ?? row.field;
  const said = (value: unknown): string => (value === null ? '–' : words(row.field, value));
  const toChoose = !row.same && row.mine !== null && row.other !== null;
  return (
    <tr class={toChoose ? 'differs' : undefined}>
      <th scope="row">{label}</th>
      <td data-label={t.columns.mine}>{said(row.mine)}</td>
      <td data-label={t.columns.other}>{row.same ? t.same : said(row.other)}</td>
      <td data-label={t.columns.choice}>
        {open && toChoose && (
          <select aria-label={t.choose(label)} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
            {Object.entries(t.choices).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
};

const Compare = ({
  found,
  likely,
  onDone,
}: {
  found: PersonFile;
  likely: LikelyPerson & { personId: string };
  onDone: (said: string) => void;
}) => {
  const t = usePersonsTexts();
  const name = useId();
  const merge = useMerge(found);
  const apart = useTellApart(found);
  const [chosen, setChosen] = useState<Chosen>({});
  const [decision, setDecision] = useState('');
  const [reason, setReason] = useState('');
  const missing = (): string | undefined => (decision ? (reason.trim() ? undefined : t.needsReason) : t.likely.needsDecision);
  const send = async (): Promise<void> => {
    if (decision === 'other') {
      await apart.mutateAsync({ from: likely.personId, reason });
      onDone(t.likely.apart);
      return;
    }
    const choices = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
    await merge.mutateAsync({ with: likely.personId, withVersion: likely.version ?? undefined, choices, reason });
    onDone(t.likely.merged);
  };
  return (
    <InlineForm send={t.likely.save} missing={missing} onSend={send}>
      <DataTable caption={t.likely.caption} class="person-compare">
        <thead>
          <tr>
            {Object.values(t.likely.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likely.fields.map((row) => (
            <Row
              key={row.field}
              row={row}
              chosen={chosen[row.field] ?? ''}
              open={decision === 'same'}
              onChoose={(value) => setChosen((before) => ({ ...before, [row.field]: value }))}
            />
          ))}
        </tbody>
      </DataTable>
      <fieldset class="field">
        <legend class="field__label">{t.likely.decision}</legend>
        {[
          ['same', t.likely.isSame],
          ['other', t.likely.isOther],
        ].map(([value, label]) => (
          <label key={value} class="check">
            <input type="radio" name={name} value={value} checked={decision === value} onChange={() => setDecision(value ?? '')} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
    </InlineForm>
  );
};

/** The other file lies where this clerk sees nothing: the service is asked, as a task. */
const AskService = ({ found, caseId, onDone }: { found: PersonFile; caseId: string; onDone: (said: string) => void }) => {
  const t = usePersonsTexts();
  const ask = useAskComparison(found);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await ask.mutateAsync({ caseId, reason });
    onDone(t.likely.askedNow);
  };
  return (
    <details class="fold">
      <summary>{t.likely.ask}</summary>
      <InlineForm hint={t.likely.askHint} send={t.likely.askSend} missing={() => (reason.trim() ? undefined : t.needsReason)} onSend={send}>
        <ReasonField value={reason} onChange={setReason} />
      </InlineForm>
    </details>
  );
};

type OneProps = { found: PersonFile; likely: LikelyPerson; caseId: string; onDone: (said: string) => void };

const One = ({ found, likely, caseId, onDone }: OneProps) => {
  const t = usePersonsTexts().likely;
  const { day } = useFormat();
  const inWords = (codes: { code: string; text: string }[], words: Record<string, string>): string =>
    codes.map(({ code, text }) => words[code] ?? text).join(', ');
  const { personId, asked } = likely;
  return (
    <div class="likely-person">
      <p>
        {likely.name && <strong>{likely.name}. </strong>}
        {t.for}: {inWords(likely.reasons, t.reasons)}.
        {likely.against.length > 0 && ` ${t.against}: ${inWords(likely.against, t.contradictions)}.`}
      </p>
      {personId === null && <p>{t.elsewhere}</p>}
      {asked && <p>{t.asked(asked.by, day(asked.at), asked.reason)}</p>}
      {personId === null && !asked && found.may.relate && <AskService found={found} caseId={caseId} onDone={onDone} />}
      {personId !== null && (
        <details class="fold">
          <summary>{t.compare}</summary>
          <Compare found={found} likely={{ ...likely, personId }} onDone={onDone} />
        </details>
      )}
    </div>
  );
};

/** Two files may be one human being: both side by side, and a person decides. Gone once somebody has. `caseId`: the case it is looked at from. */
export const LikelyCard = ({ found, caseId }: { found: PersonFile; caseId: string }) => {
  const t = usePersonsTexts().likely;
  const [said, setSaid] = useState('');
  const open = found.likely.filter((each) => each.decision === 'offen');
  return (
    <>
      {open.length > 0 && (
        <Card id="likely-title" title={t.title} class="case-card--attention">
          <p class="field__hint">{open.some((each) => each.personId !== null) ? t.text : t.textElsewhere}</p>
          {open.map((likely, index) => (
            <One key={likely.personId ?? index} found={found} likely={likely} caseId={caseId} onDone={setSaid} />
          ))}
        </Card>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};
