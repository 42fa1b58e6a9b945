import type { ComponentChildren } from 'preact';
import { type StepName, stepAnchor } from './step-bar.tsx';

type Props = { step: StepName; title: string; note?: ComponentChildren; children: ComponentChildren };

/** One step of a change on its page. */
export const Part = ({ step, title, note, children }: Props) => (
  <section class={`studio-part studio-part--${step}`} aria-labelledby={stepAnchor(step)}>
    <div class="studio-part__head">
      <h2 id={stepAnchor(step)} tabIndex={-1}>
        {title}
      </h2>
      {note && <div class="studio-part__note">{note}</div>}
    </div>
    {children}
  </section>
);
