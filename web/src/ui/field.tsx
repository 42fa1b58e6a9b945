import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

type Props = {
  label: ComponentChildren;
  /** Of the control, where it is made of more than one element; else the label lies around it. */
  id?: string;
  /** Label and control in one line. */
  inline?: boolean;
  hint?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
};

/** A control with its name, and what helps to fill it in. */
export const Field = ({ label, id, inline, hint, class: more, children }: Props) => {
  const name = classes('field', inline && 'field--inline', more);
  const after = hint && <span class="field__hint">{hint}</span>;
  return id ? (
    <div class={name}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {children}
      {after}
    </div>
  ) : (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label class={name}>
      <span class="field__label">{label}</span>
      {children}
      {after}
    </label>
  );
};
