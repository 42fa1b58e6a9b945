import type { ComponentChildren, FunctionComponent } from 'preact';
import { type FormComponent, nameOf } from '../../../services/forms/read-form.ts';
import { CheckboxField, ChecklistField, RadioField, SelectField } from './choice-fields.tsx';
import { DateField } from './date-field.tsx';
import type { ComponentsProps, FieldProps } from './field-props.ts';
import { FileField } from './file-field.tsx';
import { RichText } from './rich-text.tsx';
import { RowList } from './row-list.tsx';
import { NumberField, TextArea, TextField } from './text-fields.tsx';
import { useFormsTexts } from './words.ts';

const fields: Record<string, FunctionComponent<FieldProps>> = {
  textfield: TextField,
  textarea: TextArea,
  number: NumberField,
  datetime: DateField,
  select: SelectField,
  radio: RadioField,
  checkbox: CheckboxField,
  checklist: ChecklistField,
  filepicker: FileField,
  dynamiclist: (props) => <RowList {...props} renderRow={(row) => <Components {...row} />} />,
};

/** What a table proposes stays folded, below the person's own choice: it informs, and does not lead. */
const Proposal = ({ children }: { children: ComponentChildren }) => {
  const t = useFormsTexts();
  return (
    <details class="fold form-proposal">
      <summary>{t.proposal}</summary>
      {children}
    </details>
  );
};

const Group = ({ component, ...props }: Omit<ComponentsProps, 'components'> & { component: FormComponent }) => (
  <fieldset class={`form-group${component.showOutline ? ' form-group--framed' : ''}`}>
    {component.label && (
      <legend class="form-group__name" lang="de">
        {component.label}
      </legend>
    )}
    <Components {...props} components={component.components ?? []} />
  </fieldset>
);

/** The components of a form, or of one entry of a list, as far as their conditions show them. */
export const Components = ({ components, ...props }: ComponentsProps) => (
  <>
    {components.map((component, index) => {
      const { prefix, values, onChange, around } = props;
      const name = nameOf(component);
      const key = component.id ?? name ?? index;
      if (around.hides(component, around.context)) return null;
      if (component.type === 'text') {
        const { oben, art } = component.properties ?? {};
        if (oben !== undefined && around.above.includes(oben)) return null;
        const text = <RichText key={key} text={component.text ?? ''} known={around.context} />;
        return art === 'vorschlag' ? <Proposal key={key}>{text}</Proposal> : text;
      }
      if (component.type === 'group') return <Group key={key} component={component} {...props} />;
      const Field = fields[component.type];
      if (!Field || name === undefined) return null;
      return (
        <Field
          key={key}
          component={component}
          path={`${prefix}${name}`}
          value={values[name]}
          onChange={(value) => onChange(name, value)}
          around={around}
        />
      );
    })}
  </>
);
