import { useState } from 'preact/hooks';
import type { Fact } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { isSection } from '../office/section-name.ts';
import { isUnterlage, useUnterlageName } from '../office/unterlagen.ts';
import { useOfficeTexts } from '../office/words.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { useCasesTexts } from './words.ts';
import './facts-card.css';

/** What is known of the matter, with the labels of the forms that asked. Beyond `most` (by a few) the rest is folded. */
export const FactsCard = ({ facts, most = Number.POSITIVE_INFINITY }: { facts: Fact[]; most?: number }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const nameOfPaper = useUnterlageName();
  const { day, number } = useFormat();
  const [all, setAll] = useState(false);
  const one = (value: unknown) => {
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d/.test(text)) return day(text.slice(0, 10));
    return (
      (isSection(text) ? office.sectionLong(text) : office.person.codes[text]) ??
      (isUnterlage(text) ? nameOfPaper(text) : <span lang="de">{text}</span>)
    );
  };
  const inWords = ({ kind, value }: Fact) => {
    if (kind === 'yes-no') return value ? office.yes : office.no;
    if (kind === 'number') return number(Number(value));
    if (kind === 'list')
      return (
        <ul class="facts__list">
          {(value as unknown[]).map((each) => (
            <li key={String(each)}>{one(each)}</li>
          ))}
        </ul>
      );
    return one(value);
  };
  const known = facts.filter((fact) => fact.label !== null || fact.key in t.facts.labels);
  const folds = !all && known.length > most + 3;
  return (
    <Card id="facts-title" title={t.facts.title}>
      {facts.length === 0 && <p class="case-card__none">{t.facts.none}</p>}
      <FactList>
        {(folds ? known.slice(0, most) : known).map((fact) => (
          <FactRow name={fact.label ?? t.facts.labels[fact.key]} nameLang={fact.label === null ? undefined : 'de'} key={fact.key}>
            {inWords(fact)}
          </FactRow>
        ))}
      </FactList>
      {folds && <LinkButton onClick={() => setAll(true)}>{t.facts.more(known.length - most)}</LinkButton>}
    </Card>
  );
};
