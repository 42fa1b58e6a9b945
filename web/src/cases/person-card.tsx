import type { ComponentChildren } from 'preact';
import type { FullCase } from '../../../services/casefile/answers.ts';
import { useOfficeTexts } from '../office/words.ts';
import { BlockNotice } from '../persons/block-notice.tsx';
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
    <section class="case-card" aria-labelledby="person-title">
      <h2 id="person-title">{t.person.title}</h2>
      {found.nurEinName && <p class="field__hint">{oneName}</p>}
      <BlockNotice person={details} />
      <dl class="facts">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t.person.fields[key]}</dt>
            <dd>{inWords(key, value)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
};
