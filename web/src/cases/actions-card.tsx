import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FullCase } from '../../../services/casefile/answers.ts';
import { anliegen as anliegenRows, isHiddenAnliegen } from '../office/anliegen.ts';
import { sectionIds } from '../office/sachgebiete.ts';
import { useSectionName } from '../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { useReassign, useWithdraw } from './queries.ts';
import { SecurityNote } from './security-note.tsx';
import { useCasesTexts } from './words.ts';

const ReasonField = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const t = useCasesTexts().actions;
  return (
    <Field label={t.reason} hint={t.reasonHint}>
      <textarea rows={2} maxLength={1000} value={value} onInput={(event) => onChange(event.currentTarget.value)} required />
    </Field>
  );
};

const Reassign = ({ found, onDone }: { found: FullCase; onDone: (said: string) => void }) => {
  const t = useCasesTexts().actions;
  const office = useOfficeTexts();
  const anliegenName = useAnliegenName();
  const sectionName = useSectionName();
  const reassign = useReassign(found.caseId);
  const [anliegen, setAnliegen] = useState('');
  const [section, setSection] = useState('');
  const [reason, setReason] = useState('');
  const hidden = isHiddenAnliegen(found.anliegen);
  // Hidden matters are cases of their own from the start; an ordinary one never becomes one.
  const matters = anliegenRows
    .map(({ code }) => code)
    .filter((code) => code !== found.anliegen && isHiddenAnliegen(code) === hidden)
    .sort((a, b) => anliegenName(a).localeCompare(anliegenName(b)));
  const missing = (): string | undefined => (!anliegen && !section ? t.needsTarget : reason.trim() ? undefined : t.needsReason);
  const send = async (): Promise<void> => {
    await reassign.mutateAsync({ reason, ...(anliegen ? { anliegen } : {}), ...(section ? { section } : {}) });
    onDone(t.reassigned);
  };
  return (
    <InlineForm hint={t.reassignHint} send={t.reassignDo} missing={missing} onSend={send}>
      <Field label={t.wrongMatter}>
        <select value={anliegen} onChange={(event) => setAnliegen(event.currentTarget.value)}>
          <option value="">{`${anliegenName(found.anliegen)} (${t.keep})`}</option>
          {matters.map((code) => (
            <option key={code} value={code}>
              {anliegenName(code)}
            </option>
          ))}
        </select>
      </Field>
      {!hidden && (
        <Field label={t.otherSection}>
          <select value={section} onChange={(event) => setSection(event.currentTarget.value)}>
            <option value="">{t.keep}</option>
            {sectionIds
              .filter((id) => id !== found.section)
              .map((id) => (
                <option key={id} value={id}>
                  {`${office.sectionLong(id)}: ${sectionName(id)}`}
                </option>
              ))}
          </select>
        </Field>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </InlineForm>
  );
};

const Withdraw = ({ caseId, onDone }: { caseId: string; onDone: (said: string) => void }) => {
  const t = useCasesTexts().actions;
  const withdraw = useWithdraw(caseId);
  const [reason, setReason] = useState('');
  const missing = (): string | undefined => (reason.trim() ? undefined : t.needsReason);
  const send = async (): Promise<void> => {
    await withdraw.mutateAsync({ reason });
    onDone(t.withdrawn);
  };
  return (
    <InlineForm hint={t.withdrawHint} send={t.withdrawDo} danger missing={missing} onSend={send}>
      <ReasonField value={reason} onChange={setReason} />
    </InlineForm>
  );
};

/** Rare and far-reaching: folded, each with its reason. A closed case can still be told about. */
export const ActionsCard = ({ found, open: running }: { found: FullCase; open: boolean }) => {
  const t = useCasesTexts().actions;
  const [open, setOpen] = useState<'reassign' | 'withdraw'>();
  const [said, setSaid] = useState('');
  const done = (text: string): void => {
    setSaid(text);
    setOpen(undefined);
  };
  const fold = (which: 'reassign' | 'withdraw', title: string, form: ComponentChildren) => (
    <details
      class="fold"
      open={open === which}
      onToggle={(event) => {
        const { open: isOpen } = event.currentTarget;
        setOpen((before) => (isOpen ? which : before === which ? undefined : before));
      }}
    >
      <summary>{title}</summary>
      {form}
    </details>
  );
  return (
    <Card id="actions-title" title={t.title}>
      {running && fold('reassign', t.reassign, <Reassign found={found} onDone={done} />)}
      {running && fold('withdraw', t.withdraw, <Withdraw caseId={found.caseId} onDone={done} />)}
      <p role="status" class="said">
        {said}
      </p>
      {!isHiddenAnliegen(found.anliegen) && <SecurityNote caseId={found.caseId} />}
    </Card>
  );
};
