import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { TableInWords } from './read-tables.ts';
import { useEditorTexts } from './words.ts';

type Props = { rules: TableInWords['rules']; onShow: (ruleId: string) => void; onSuggest: (ruleId: string) => void };

const few = 12;

/** The rows nobody has tried yet, each with an example one click away. */
export const LackingExamples = ({ rules, onShow, onSuggest }: Props) => {
  const t = useEditorTexts().examples;
  return (
    <Notice block tone="warn" class="examples__lacking">
      <p>{t.lacking(rules.length)}</p>
      <ul>
        {rules.slice(0, few).map(({ id, reason }) => (
          <li key={id}>
            <LinkButton onClick={() => onShow(id)}>{id}</LinkButton> <span lang="de">{reason}</span>{' '}
            <Button small aria-label={t.suggestFor(id)} onClick={() => onSuggest(id)}>
              {t.suggest}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
