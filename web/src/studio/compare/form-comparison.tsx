import { type Form, fieldsOf, labelOf } from '../../../../services/forms/read-form.ts';
import type { Difference, FilePair } from '../../../../services/studio/changes/answers.ts';
import { useFieldKind } from '../../map/use-field-kind.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { isLongText, OldAndNew } from './old-and-new.tsx';
import { placeId } from './place-id.ts';
import { useCompareTexts } from './words.ts';

const readForm = (text: string | null): Form | undefined => {
  try {
    return text === null ? undefined : (JSON.parse(text) as Form);
  } catch {
    return undefined;
  }
};

/** A form there was none of before: what it asks. */
const NewForm = ({ form }: { form: Form }) => {
  const t = useCompareTexts();
  const kindOf = useFieldKind();
  return (
    <ul class="new-form">
      {fieldsOf(form.components).map((field) => (
        <li key={field.key ?? field.path}>
          <strong lang="de">{labelOf(field)}</strong>{' '}
          <span class="new-form__note">{[kindOf(field.type), ...(field.validate?.required ? [t.required] : [])].join(', ')}</span>
        </li>
      ))}
    </ul>
  );
};

type Props = { pair: FilePair; name: string; differences: readonly Difference[]; chosen: string | null };

/** The changed fields of a form, each with what was and what will be. */
export const FormComparison = ({ pair, name, differences, chosen }: Props) => {
  const t = useCompareTexts();
  const fresh = pair.before === null ? readForm(pair.after) : undefined;
  if (fresh) return <NewForm form={fresh} />;
  const fields = differences.filter((each) => each.elementId !== '');
  if (fields.length === 0) return null;
  return (
    <DataTable caption={t.formCaption(name)} class="compare-form">
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.aspect}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((each, index) => (
          <tr
            key={`${each.elementId} ${each.aspect} ${index}`}
            id={placeId(pair.path, `${each.elementId} ${each.aspect}`)}
            class={`compare-row compare-row--${each.how}${chosen === each.elementId ? ' compare-row--chosen' : ''}`}
          >
            <th scope="row" lang="de">
              {each.place}
            </th>
            <td>
              <span class={`how how--${each.how}`}>{t.hows[each.how]}</span> {t.aspects[each.aspect] ?? ''}
            </td>
            <td data-label={t.before} lang="de">
              {each.before}
            </td>
            <td data-label={t.after} lang="de">
              {isLongText(each) ? <OldAndNew before={each.before} after={each.after} /> : each.after}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
