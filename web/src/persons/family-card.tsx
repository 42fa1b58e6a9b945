import { useState } from 'preact/hooks';
import type { PersonFile, Relative } from '../../../services/personfile/answers.ts';
import { useAnliegenName } from '../office/words.ts';
import { casePath } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLinkRelative, useUnlinkRelative } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { usePersonsTexts } from './words.ts';
import './persons.css';

const Unlink = ({ personId, relative }: { personId: string; relative: Relative }) => {
  const t = usePersonsTexts();
  const unlink = useUnlinkRelative(personId);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await unlink.mutateAsync({ relationId: relative.relationId, reason });
  };
  return (
    <details class="fold">
      <summary>{t.later.unlink(relative.name ?? t.later.elsewhere)}</summary>
      <InlineForm send={t.later.unlinkDo} danger missing={() => (reason.trim() ? undefined : t.needsReason)} onSend={send}>
        <ReasonField value={reason} onChange={setReason} />
      </InlineForm>
    </details>
  );
};

const Link = ({ personId }: { personId: string }) => {
  const t = usePersonsTexts();
  const link = useLinkRelative(personId);
  const [open, setOpen] = useState(false);
  const [aktenzeichen, setAktenzeichen] = useState('');
  const [relation, setRelation] = useState('');
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const missing = (): string | undefined => (aktenzeichen.trim() ? (reason.trim() ? undefined : t.needsReason) : t.later.needsFile);
  const send = async (): Promise<void> => {
    await link.mutateAsync({ aktenzeichen, reason, ...(relation ? { relation } : {}) });
    setAktenzeichen('');
    setRelation('');
    setReason('');
    setOpen(false);
    setSaid(t.later.linked);
  };
  return (
    <>
      <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.later.link}</summary>
        <InlineForm send={t.later.save} missing={missing} onSend={send}>
          <Field label={t.later.file}>
            <input
              type="text"
              maxLength={20}
              value={aktenzeichen}
              onInput={(event) => setAktenzeichen(event.currentTarget.value)}
              required
            />
          </Field>
          <Field label={t.later.which}>
            <select value={relation} onChange={(event) => setRelation(event.currentTarget.value)}>
              <option value="">{t.later.unknown}</option>
              {Object.entries(t.later.relation).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <ReasonField value={reason} onChange={setReason} />
        </InlineForm>
      </details>
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};

/** The same person's other cases, and who belongs to them, as far as one may see it. */
export const FamilyCard = ({ found, caseId }: { found: PersonFile; caseId: string }) => {
  const t = usePersonsTexts().later;
  const anliegenName = useAnliegenName();
  const others = found.cases.filter((each) => each.caseId !== caseId);
  if (others.length === 0 && !found.may.relate) return null;
  return (
    <Card id="family-title" title={t.title}>
      {others.length > 0 && (
        <>
          <h3>{t.cases}</h3>
          <ul class="person-cases">
            {others.map((each) => (
              <li key={each.caseId}>
                <a href={casePath(each.caseId)}>{each.aktenzeichen}</a> {anliegenName(each.anliegen)}{' '}
                <StatusBadge status={each.status} outcome={each.outcome} />
              </li>
            ))}
          </ul>
        </>
      )}
      {found.may.relate && (
        <>
          <h3>{t.relatives}</h3>
          {found.relatives.length === 0 && <p class="case-card__none">{t.none}</p>}
          {found.relatives.length > 0 && (
            <ul class="person-cases">
              {found.relatives.map((relative) => (
                <li key={relative.relationId}>
                  {relative.name ? <strong>{relative.name}</strong> : t.elsewhere} (
                  {(relative.relation && t.relation[relative.relation]) ?? t.unknown})
                  {relative.cases.map((each) => (
                    <span key={each.caseId}>
                      {' '}
                      <a href={casePath(each.caseId)}>{each.aktenzeichen}</a> {anliegenName(each.anliegen)}
                    </span>
                  ))}
                  <Unlink personId={found.personId} relative={relative} />
                </li>
              ))}
            </ul>
          )}
          <Link personId={found.personId} />
        </>
      )}
    </Card>
  );
};
