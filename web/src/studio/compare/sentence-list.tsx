import type { Difference } from '../../../../services/studio/changes/answers.ts';
import { LinkButton } from '../../ui/button.tsx';
import { isLongText, OldAndNew } from './old-and-new.tsx';
import { useCompareTexts } from './words.ts';

const few = 12;

type Props = {
  name: string;
  differences: readonly Difference[];
  chosen: string | null;
  /** Without it the sentences lead nowhere. */
  onChoose?: (difference: Difference) => void;
  /** Long texts are shown word by word below their sentence. */
  details: boolean;
};

/** What differs, one sentence each; a click shows the place. */
export const SentenceList = ({ name, differences, chosen, onChoose, details }: Props) => {
  const t = useCompareTexts();
  if (differences.length === 0) return null;
  const line = (each: Difference, index: number) => (
    <li key={`${each.elementId} ${each.aspect} ${index}`} class="sentence">
      <span class={`sign sign--${each.how}`} aria-hidden="true">
        {t.signs[each.how]}
      </span>
      <span class="sentence__words" lang="de">
        {onChoose && each.elementId ? (
          <LinkButton aria-pressed={chosen !== null && chosen === (each.cell?.ruleId ?? each.elementId)} onClick={() => onChoose(each)}>
            {each.words}
          </LinkButton>
        ) : (
          each.words
        )}
        {each.legal && (
          <abbr class="sentence__legal" title="§">
            §
          </abbr>
        )}
        {details && !each.cell && isLongText(each) && (
          <span class="sentence__detail">
            <OldAndNew before={each.before} after={each.after} />
          </span>
        )}
      </span>
    </li>
  );
  return (
    <div>
      <ul class="sentences" aria-label={t.sentences(name)}>
        {differences.slice(0, few).map(line)}
      </ul>
      {differences.length > few && (
        <details class="fold">
          <summary>{t.count(differences.length)}</summary>
          <ul class="sentences">{differences.slice(few).map((each, index) => line(each, few + index))}</ul>
        </details>
      )}
    </div>
  );
};
