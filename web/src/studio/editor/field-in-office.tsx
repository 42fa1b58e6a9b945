import type { ChosenField } from '../../forms/editor/create-form-editor.ts';
import { Field } from '../../ui/field.tsx';
import { useEditorTexts } from './words.ts';

type Props = { field: ChosenField | null; onSet: (property: string, value: string) => void };

const decisions = ['select', 'radio', 'checkbox'];
/** Of these an answer may steer the process; free text and files never leave the case. */
const steering = [...decisions, 'number', 'datetime', 'checklist'];

/** What the office asks of a field beyond what forms know: whether the engine hears the answer, and where its text belongs. */
export const FieldInOffice = ({ field, onSet }: Props) => {
  const t = useEditorTexts().form;
  if (!field) return null;
  const tick = (name: string, value: string, label: string, hint: string) => (
    <label class="tick" title={hint}>
      <input
        type="checkbox"
        checked={field.properties[name] === value}
        onChange={(event) => onSet(name, event.currentTarget.checked ? value : '')}
      />
      <span>{label}</span>
    </label>
  );
  const isText = field.type === 'text';
  if (!isText && !steering.includes(field.type)) return null;
  return (
    <div class="field-office">
      <span class="field-office__title">
        {t.office}: <span lang="de">{field.label}</span>
      </span>
      {!isText && tick('engine', 'true', t.engine, t.engineHint)}
      {decisions.includes(field.type) && tick('vorbelegt', 'nein', t.fresh, t.freshHint)}
      {isText && tick('art', 'vorschlag', t.proposal, t.proposalHint)}
      {isText && (
        <Field label={t.above} inline>
          <select value={field.properties.oben ?? ''} onChange={(event) => onSet('oben', event.currentTarget.value)}>
            {Object.entries(t.aboveOptions).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  );
};
