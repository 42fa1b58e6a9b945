import type { AnyCase } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { usePriorityNames } from '../office/priority-words.ts';
import { useSectionName } from '../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import { casePath, processPath } from '../paths.ts';
import { DueText } from '../ui/due-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { isFull } from './is-full.ts';
import { useCasesTexts } from './words.ts';

const personOf = (found: AnyCase): string => {
  if (!isFull(found) || !found.applicant) return '';
  const { familienname, vornamen } = found.applicant;
  return [familienname, vornamen].filter(Boolean).join(', ');
};

/** Who, what, where it stands, until when: what somebody on the telephone is asked first. */
export const CaseHead = ({ found }: { found: AnyCase }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const priorities = usePriorityNames();
  const sectionName = useSectionName();
  const { day } = useFormat();
  const anliegenName = useAnliegenName();
  const person = personOf(found);
  const closed = found.closedAt !== null;
  const full = isFull(found) ? found : undefined;
  return (
    <header class="case-head">
      <h1>
        <span class="case-head__number">{found.aktenzeichen}</span> {person}
      </h1>
      <p class="case-head__line">
        <strong>{anliegenName(found.anliegen)}</strong>
        <StatusBadge status={found.status} outcome={found.outcome} />
        {!closed && found.deadline && (
          <span>
            {t.head.deadline} {day(found.deadline)} <DueText deadline={found.deadline} />
          </span>
        )}
        {closed && found.closedAt && (
          <span>
            {t.head.closed} {day(found.closedAt)}
          </span>
        )}
      </p>
      <dl class="case-head__facts">
        <div>
          <dt>{t.head.section}</dt>
          <dd>{found.section ? `${found.section.replace('SG', '')} – ${sectionName(found.section)}` : t.unrouted}</dd>
        </div>
        {found.team && (
          <div>
            <dt>{t.head.team}</dt>
            <dd>{found.team}</dd>
          </div>
        )}
        {full?.clerk && (
          <div>
            <dt>{t.head.clerk}</dt>
            <dd>{full.people[full.clerk] ?? full.clerk}</dd>
          </div>
        )}
        <div>
          <dt>{t.head.received}</dt>
          <dd>{day(found.receivedAt)}</dd>
        </div>
        {found.priority !== null && (
          <div>
            <dt>{t.head.priority}</dt>
            <dd>{priorities[found.priority] ?? found.priority}</dd>
          </div>
        )}
        {full && (
          <div>
            <dt>{t.head.process}</dt>
            <dd>
              {full?.process && full.processName ? (
                <a href={processPath(full.process)} lang="de">
                  {full.processName}
                </a>
              ) : (
                t.head.noProcess
              )}
            </dd>
          </div>
        )}
        {full?.fiktion && full.fiktion.wirkung !== 'KEINE' && (
          <div>
            <dt>{t.head.fiktion}</dt>
            <dd>
              {office.fiktion[full.fiktion.wirkung] ?? full.fiktion.wirkung} {full.fiktion.norm && `(${full.fiktion.norm})`}
            </dd>
          </div>
        )}
        {full?.renewalOf && (
          <div>
            <dt>{t.head.renewalOf}</dt>
            <dd>
              <a href={casePath(full.renewalOf)}>{t.head.previous}</a>
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
};
