import type { FormField } from '../../../services/models/answers.ts';
import { useFieldKind } from './use-field-kind.ts';
import { useMapTexts } from './words.ts';

const few = 6;

const Field = ({ field }: { field: FormField }) => {
  const t = useMapTexts();
  const kindOf = useFieldKind();
  const notes = [kindOf(field.kind), field.required ? t.element.required : '', field.conditional ? t.element.sometimes : ''];
  return (
    <li>
      <span class="map-field__label" lang="de">
        {field.label}
      </span>{' '}
      <span class="map-field__note">{notes.filter(Boolean).join(', ')}</span>
      {field.options.length > 0 && (
        <span class="map-field__options" lang="de">
          {field.options.map((option) => option.label).join(' · ')}
        </span>
      )}
      {field.fields.length > 0 && (
        <ul class="map-fields">
          {field.fields.map((each) => (
            <Field key={each.key} field={each} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** What a form asks, in its own labels; a long one is folded. */
export const FormInWords = ({ fields }: { fields: FormField[] }) => {
  const t = useMapTexts();
  const rest = fields.slice(few);
  const list = (some: FormField[]) => (
    <ul class="map-fields">
      {some.map((field) => (
        <Field key={field.key} field={field} />
      ))}
    </ul>
  );
  if (rest.length === 0) return list(fields);
  return (
    <details>
      <summary>{t.element.moreFields(fields.length)}</summary>
      {list(fields)}
    </details>
  );
};
