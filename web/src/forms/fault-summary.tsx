import { useEffect, useRef } from 'preact/hooks';
import type { FieldFault } from '../../../services/forms/check-form.ts';
import { idOf } from './field-props.ts';
import { useFormsTexts } from './words.ts';

/** All that is wrong, each line leading to its field. Takes the focus each time somebody tries to complete in vain. */
export const FaultSummary = ({ faults, attempt }: { faults: readonly FieldFault[]; attempt: number }) => {
  const t = useFormsTexts();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0 && faults.length > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <section ref={box} class="notice notice--alarm form-summary" tabIndex={-1} aria-labelledby="formular-fehler">
      <h3 id="formular-fehler">{t.faults(faults.length)}</h3>
      <ul lang="de">
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                const control = document.getElementById(idOf(field));
                control?.focus();
                control?.scrollIntoView({ block: 'center' });
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
