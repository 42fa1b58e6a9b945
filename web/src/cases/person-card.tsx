import type { ComponentChildren } from 'preact';
import type { FullCase } from '../../../services/casefile/answers.ts';
import { useOfficeTexts } from '../office/words.ts';
import { BlockNotice } from '../persons/block-notice.tsx';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { useValueWords } from '../ui/use-value-words.ts';
import { useCasesTexts } from './words.ts';

/** Fields that stand in the page's head already, or say nothing to a clerk. */
const left = new Set(['familienname', 'vornamen', 'wahrheitsgemaess', 'datenschutzGelesen']);
const order = [
  'geburtsdatum',
  'geburtsname',
  'aliasnamen',
  'geburtsort',
  'geburtsstaat',
  'geschlecht',
  'staatsangehoerigkeiten',
  'aufenthaltsstatus',
  'titelNorm',
  'titelGueltigBis',
  'azrNummer',
  'anschrift',
  'einzugsdatum',
  'auskunftssperre',
  'telefon',
  'email',
  'kontaktweg',
  'sprache',
];

/** `children`: what can be done with the details; beside a task they are only read. */
export const PersonCard = ({ found, children }: { found: FullCase; children?: ComponentChildren }) => {
  const t = useOfficeTexts();
  const { oneName } = useCasesTexts();
  const inWords = useValueWords();
  const details = found.applicant ?? {};
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const rows = Object.entries(details)
    .filter(([key, value]) => !left.has(key) && value !== '' && value !== null && key in t.person.fields)
    .sort(([a], [b]) => place(a) - place(b));
  return (
    <Card id="person-title" title={t.person.title}>
      {found.nurEinName && <p class="field__hint">{oneName}</p>}
      <BlockNotice person={details} />
      <FactList>
        {rows.map(([key, value]) => (
          <FactRow name={t.person.fields[key]} key={key}>
            {inWords(key, value)}
          </FactRow>
        ))}
      </FactList>
      {children}
    </Card>
  );
};
