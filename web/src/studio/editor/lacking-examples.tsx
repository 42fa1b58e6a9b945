import type { TableInWords } from './read-tables.ts';
import { useEditorTexts } from './words.ts';

type Props = { rules: TableInWords['rules']; onShow: (ruleId: string) => void; onSuggest: (ruleId: string) => void };

const few = 12;

/** The rows nobody has tried yet, each with an example one click away. */
export const LackingExamples = ({ rules, onShow, onSuggest }: Props) => {
  const t = useEditorTexts().examples;
  return (
    <div class="notice notice--warn examples__lacking">
      <p>{t.lacking(rules.length)}</p>
      <ul>
        {rules.slice(0, few).map(({ id, reason }) => (
          <li key={id}>
            <button type="button" class="link-button" onClick={() => onShow(id)}>
              {id}
            </button>{' '}
            <span lang="de">{reason}</span>{' '}
            <button type="button" class="button button--small" aria-label={t.suggestFor(id)} onClick={() => onSuggest(id)}>
              {t.suggest}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
