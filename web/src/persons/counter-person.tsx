import { useOfficeTexts } from '../office/words.ts';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
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
      <Card id="person-title" title={t.title}>
        <BlockNotice person={found.person} />
        <FactList>
          {rows.map(([field, value]) => (
            <FactRow name={t.fields[field]} key={field}>
              {words(field, value)}
            </FactRow>
          ))}
        </FactList>
        <PersonForm found={found} />
      </Card>
      <FamilyCard found={found} caseId={caseId} />
    </>
  );
};
