import { useStudioTexts } from '../words.ts';

export type StepName = 'why' | 'check' | 'compare' | 'dryRun' | 'release';
export type StepState = 'done' | 'open' | 'skip';
const stepNames: readonly StepName[] = ['why', 'check', 'compare', 'dryRun', 'release'];
export const stepAnchor = (step: StepName): string => `schritt-${step}`;

/** The way of a change, each step a jump to its part of the page. */
export const StepBar = ({ states }: { states: Record<StepName, StepState> }) => {
  const t = useStudioTexts().steps;
  const go = (step: StepName) => (event: MouseEvent) => {
    event.preventDefault();
    const title = document.getElementById(stepAnchor(step));
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav class="step-bar" aria-label={t.label}>
      <ol>
        {stepNames.map((step, index) => (
          <li key={step} class={`step-bar__step step-bar__step--${states[step]}`}>
            <a class="step-bar__link" href={`#${stepAnchor(step)}`} onClick={go(step)}>
              <span class="step-bar__sign" aria-hidden="true">
                {states[step] === 'done' ? '✓' : index + 1}
              </span>
              {t[step]}
              <span class="visually-hidden"> ({t[states[step]]})</span>
            </a>
            {states[step] === 'skip' && (
              <span class="step-bar__note" aria-hidden="true">
                {t.skip}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
