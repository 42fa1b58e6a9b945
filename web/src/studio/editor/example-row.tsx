import type { Example } from '../../../../services/studio/drafting/answers.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { TableInWords } from './read-tables.ts';
import { ValuesField } from './values-field.tsx';
import { useEditorTexts } from './words.ts';

type Props = {
  example: Example;
  tables: readonly TableInWords[];
  isFresh: boolean;
  onChange: (next: Example) => void;
  onRemove: () => void;
};

export const ExampleRow = ({ example, tables, isFresh, onChange, onRemove }: Props) => {
  const t = useEditorTexts().examples;
  const { name, decision, input, output } = example;
  const table = tables.find(({ id }) => id === decision);
  return (
    <tr class={isFresh ? 'examples__fresh' : undefined}>
      <th scope="row">
        <input
          type="text"
          class="examples__name"
          aria-label={t.name}
          value={name}
          lang="de"
          onChange={(event) => onChange({ ...example, name: event.currentTarget.value.trim() })}
        />
      </th>
      {tables.length > 1 && (
        <td>
          <select
            aria-label={t.decision}
            value={decision}
            onChange={(event) => onChange({ ...example, decision: event.currentTarget.value })}
          >
            {tables.map((each) => (
              <option key={each.id} value={each.id} lang="de">
                {each.name}
              </option>
            ))}
          </select>
        </td>
      )}
      <td>
        <ValuesField
          label={t.valueOf(t.input, name)}
          names={table?.inputs ?? []}
          value={input}
          onChange={(next) => onChange({ ...example, input: next as Example['input'] })}
        />
      </td>
      <td>
        <ValuesField
          label={t.valueOf(t.output, name)}
          names={table?.outputs ?? []}
          value={output}
          onChange={(next) => onChange({ ...example, output: next })}
        />
      </td>
      <td>
        <LinkButton aria-label={t.removeOf(name)} onClick={onRemove}>
          {t.remove}
        </LinkButton>
      </td>
    </tr>
  );
};
