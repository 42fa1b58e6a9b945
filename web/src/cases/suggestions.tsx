import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import './suggestions.css';
import type { ListedCase as FoundCase } from '../../../services/cases/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import { SUGGESTIONS } from './suggestions-id.ts';
import { optionId, search, useSuggestions } from './use-suggestions.ts';
import { useCasesTexts } from './words.ts';

const Option = ({ found, alias }: { found: FoundCase; alias: string | null }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const { day } = useFormat();
  const anliegenName = useAnliegenName();
  return (
    <>
      <span class="suggestion__who">
        <strong>{found.person}</strong>
        {found.birthDate && <span> {t.search.born(day(found.birthDate))}</span>}
        {alias && <span> {t.search.alias(alias)}</span>}
      </span>
      <span class="suggestion__what">
        {found.aktenzeichen}
        {' · '}
        {found.anliegen ? anliegenName(found.anliegen) : t.search.masked}
        {found.section && ` · ${office.sectionShort(found.section)}`}
      </span>
      <StatusBadge status={found.status} outcome={found.outcome} />
    </>
  );
};

/** What has been found while somebody types, the closest first; two of one name are told apart by their birthdays. */
export const Suggestions = ({ field }: { field: HTMLInputElement }) => {
  const t = useCasesTexts();
  const { found, active, open } = useSuggestions(field);
  if (!found) return null;
  const { cases, persons, elsewhere } = found;
  const aliasOf = (caseId: string): string | null => persons.find((person) => person.caseIds.includes(caseId))?.alias ?? null;
  return (
    <div class="suggestions">
      <p class={cases.length > 0 ? 'visually-hidden' : 'suggestions__none'} role="status">
        {elsewhere ? t.search.elsewhere : t.search.found(cases.length)}
      </p>
      {cases.length > 0 && (
        <div role="listbox" id={SUGGESTIONS} aria-label={t.search.title}>
          {cases.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is active, not focused
            <div
              key={each.caseId}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              class="suggestion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(each.caseId)}
            >
              <Option found={each} alias={aliasOf(each.caseId)} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
};

export { search };
