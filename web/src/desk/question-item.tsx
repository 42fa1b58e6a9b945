import type { Question } from '../../../services/desk/answers.ts';
import { useStaffName } from '../api/staff.ts';
import { citeNorm } from '../ui/cite-norm.ts';
import { DeskItem, type Placed } from './desk-item.tsx';
import { useReasonNames } from './use-reason-names.ts';
import { useDeskTexts } from './words.ts';

/** A question with what is needed to think about it before it is opened. */
export const QuestionItem = ({ item }: { item: Placed<Question> }) => {
  const t = useDeskTexts();
  const nameOf = useStaffName();
  const namesOf = useReasonNames();
  const { question, facts, norm, proposal, reasons, askedBy, secondLevel } = item;
  const words = citeNorm(norm);
  const why = namesOf(reasons);
  return (
    <DeskItem
      item={item}
      urgent={secondLevel}
      title={<span lang="de">{question || item.name}</span>}
      marks={
        <>
          {secondLevel && <span class="badge badge--alarm">{t.secondLevel}</span>}
          {words && (
            <span class="badge" lang="de">
              {words}
            </span>
          )}
        </>
      }
      notes={[...(askedBy ? [t.askedBy(nameOf(askedBy))] : []), ...(why.length > 0 ? [t.because(why.join(', '))] : [])]}
    >
      {(facts || proposal) && (
        <dl class="desk-item__said">
          {facts && (
            <div>
              <dt>{t.facts}</dt>
              <dd lang="de">{facts}</dd>
            </div>
          )}
          {proposal && (
            <div>
              <dt>{t.proposal}</dt>
              <dd lang="de">{proposal}</dd>
            </div>
          )}
        </dl>
      )}
    </DeskItem>
  );
};
