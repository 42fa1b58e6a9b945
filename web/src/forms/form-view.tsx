import type { Form, FormComponent } from '../../../services/forms/read-form.ts';
import { Components } from './components.tsx';
import { FaultSummary } from './fault-summary.tsx';
import type { CaseDocument } from './field-props.ts';
import './forms.css';
import type { FormState } from './use-form.ts';
import { useFormsTexts } from './words.ts';

type Props = {
  form: Form;
  state: FormState;
  /** Shown, but not to be changed: by whoever has not taken the task. */
  locked: boolean;
  documents: readonly CaseDocument[];
  upload: (file: File, component: FormComponent) => Promise<string>;
  above?: readonly string[];
  notes?: Readonly<Record<string, string>>;
};

const none: readonly string[] = [];

/** A form-js form in our own clothes: the same components, conditions and faults as the server has, in KERN's look. */
export const FormView = ({ form, state, locked, documents, upload, above = none, notes = {} }: Props) => {
  const t = useFormsTexts();
  if (!state.ready) return <p class="soft">{t.loading}</p>;
  const faults = new Map(state.faults.map(({ field, message }) => [field, message]));
  return (
    <div class="form">
      <FaultSummary faults={state.faults} attempt={state.attempt} />
      <fieldset class="form__fields" disabled={locked}>
        <Components
          components={form.components}
          prefix=""
          values={state.values}
          onChange={state.change}
          around={{
            today: state.today,
            context: state.context,
            faults,
            documents,
            upload,
            hides: state.hides,
            inRow: state.inRow,
            above,
            notes,
          }}
        />
      </fieldset>
    </div>
  );
};
