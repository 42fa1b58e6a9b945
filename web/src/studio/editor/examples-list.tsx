import type { Example } from '../../../../services/studio/drafting/answers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExampleRow } from './example-row.tsx';
import type { TableInWords } from './read-tables.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  examples: readonly Example[];
  tables: readonly TableInWords[];
  /** The one just suggested: it may stand anywhere among the others. */
  fresh: Example | undefined;
  onChange: (next: Example[]) => void;
};

export const ExamplesList = ({ examples, tables, fresh, onChange }: Props) => {
  const t = useEditorTexts().examples;
  return (
    <DataTable caption={t.title} scrolls class="examples__table">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          {tables.length > 1 && <th scope="col">{t.decision}</th>}
          <th scope="col">{t.input}</th>
          <th scope="col">{t.output}</th>
          <th scope="col">
            <span class="visually-hidden">{t.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {examples.map((example, index) => (
          <ExampleRow
            key={index}
            example={example}
            tables={tables}
            isFresh={example === fresh}
            onChange={(next) => onChange(examples.with(index, next))}
            onRemove={() => onChange(examples.toSpliced(index, 1))}
          />
        ))}
      </tbody>
    </DataTable>
  );
};
