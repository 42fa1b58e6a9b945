import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { MOST_ROWS } from '../../../services/forms/check-form.ts';
import { labelOf, type Values } from '../../../services/forms/read-form.ts';
import { announce } from '../ui/announce.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { useNotes } from './field-frame.tsx';
import { type ComponentsProps, type FieldProps, idOf } from './field-props.ts';
import { useFormsTexts } from './words.ts';

/** A list that grows: each entry has the same fields. Adding leads into the new entry, removing to the button that adds. */
export const RowList = ({ renderRow, ...props }: FieldProps & { renderRow: (row: ComponentsProps) => ComponentChildren }) => {
  const t = useFormsTexts();
  const { component, path, value, onChange, around } = props;
  const { id, describedBy, description, faultLine } = useNotes(props);
  const list = useRef<HTMLFieldSetElement>(null);
  const rows = Array.isArray(value) ? (value as Values[]) : [];
  const label = labelOf(component);

  const add = (): void => {
    onChange([...rows, {}]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`#${idOf(`${path}[${rows.length}]`)} :is(input, select, textarea)`)?.focus(),
    );
  };
  const remove = (index: number): void => {
    onChange(rows.filter((_, at) => at !== index));
    announce(t.list.removed(index + 1));
    list.current?.querySelector<HTMLElement>('.form-rows__add')?.focus();
  };

  return (
    <fieldset ref={list} class="form-field form-rows" aria-describedby={describedBy}>
      <legend class="field__label">
        <span lang="de">{label}</span>
        {!component.validate?.required && <span class="form-optional"> – {t.optional}</span>}
      </legend>
      {description}
      {faultLine}
      {rows.length === 0 && <p class="soft form-rows__none">{t.list.none}</p>}
      {rows.map((row, index) => (
        <fieldset key={`${index}/${rows.length}`} id={idOf(`${path}[${index}]`)} class="form-row">
          <legend>{t.list.row(index + 1)}</legend>
          <div class="form-row__fields">
            {renderRow({
              components: component.components ?? [],
              prefix: `${path}[${index}].`,
              values: row,
              onChange: (name, next) => onChange(rows.map((each, at) => (at === index ? { ...each, [name]: next } : each))),
              around: { ...around, context: around.inRow(component.components ?? [], row) },
            })}
          </div>
          <LinkButton aria-label={t.list.remove(index + 1)} onClick={() => remove(index)}>
            {t.list.removeShort}
          </LinkButton>
        </fieldset>
      ))}
      <Button
        small
        class="form-rows__add"
        id={rows.length === 0 ? id : undefined}
        aria-label={t.list.add(label)}
        disabled={rows.length >= MOST_ROWS}
        onClick={add}
      >
        + {t.list.addShort}
      </Button>
    </fieldset>
  );
};
