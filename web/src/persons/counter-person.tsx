import { useOfficeTexts } from '../office/words.ts';
import { useValueWords } from '../ui/use-value-words.ts';
import { BlockNotice } from './block-notice.tsx';
import { FamilyCard } from './family-card.tsx';
import { LikelyCard } from './likely-card.tsx';
import { PersonForm } from './person-form.tsx';
import { usePerson } from './queries.ts';

/** The person as the counter knows them: who it is, how they are reached, and whether two files are one human being. */
export const CounterPerson = ({ personId, caseId }: { personId: string; caseId: string }) => {
  const { data: found } = usePerson(personId);
  const t = useOfficeTexts().person;
  const words = useValueWords();
  if (!found) return null;
  const rows = Object.entries(found.person).filter(([field]) => field in t.fields);
  return (
    <>
      <LikelyCard found={found} caseId={caseId} />
      <section class="case-card" aria-labelledby="person-title">
        <h2 id="person-title">{t.title}</h2>
        <BlockNotice person={found.person} />
        <dl class="facts">
          {rows.map(([field, value]) => (
            <div key={field}>
              <dt>{t.fields[field]}</dt>
              <dd>{words(field, value)}</dd>
            </div>
          ))}
        </dl>
        <PersonForm found={found} />
      </section>
      <FamilyCard found={found} caseId={caseId} />
    </>
  );
};
