import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { FullCase } from './types.ts';
import { useCasesTexts } from './use-cases-texts.ts';

/** Fields that stand in the page's head already, or say nothing to a clerk. */
const left = new Set(['familienname', 'vornamen', 'wahrheitsgemaess', 'datenschutzGelesen']);
const order = [
  'geburtsdatum',
  'geburtsname',
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
  'telefon',
  'email',
  'kontaktweg',
  'sprache',
];

export const PersonCard = ({ found }: { found: FullCase }) => {
  const t = useCasesTexts();
  const { day, number } = useFormat();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const nameOfLanguage = (code: string): string => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code);
  const details = found.applicant ?? {};
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const inWords = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((each) => inWords(key, each)).join(', ');
    if (typeof value === 'boolean') return value ? t.facts.yes : t.facts.no;
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
    if (key === 'sprache') return nameOfLanguage(text);
    if (key === 'titelNorm') return t.person.norm(text);
    if (key === 'wohnflaecheQm') return t.person.squareMetres(number(Number(value)));
    if (key === 'nettoEinkommen' || key === 'mieteWarm') return t.person.money(number(Number(value)));
    return t.person.codes[text] ?? text;
  };
  const rows = Object.entries(details)
    .filter(([key, value]) => !left.has(key) && value !== '' && value !== null && key in t.person.fields)
    .sort(([a], [b]) => place(a) - place(b));
  return (
    <section class="case-card" aria-labelledby="person-title">
      <h2 id="person-title">{t.person.title}</h2>
      <dl class="facts">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t.person.fields[key]}</dt>
            <dd>{inWords(key, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
