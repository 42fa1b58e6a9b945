import { useId } from 'preact/hooks';
import type { ProcessChoice } from '../../../services/studio/drafting/answers.ts';
import { ApiFault } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { useStudioTexts } from './words.ts';

/** The processes of a refused file, if it was refused because somebody must say which of them is ours. */
export const choicesOf = (fault: unknown): ProcessChoice[] | undefined =>
  fault instanceof ApiFault && fault.status === 409 ? (fault.details as { choices?: ProcessChoice[] } | undefined)?.choices : undefined;

type Props = { choices: readonly ProcessChoice[]; chosen?: string | undefined; onChoose: (id: string) => void };

/** The one question a drawing with several processes asks. */
export const WhichProcess = ({ choices, chosen, onChoose }: Props) => {
  const t = useStudioTexts().whichProcess;
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out as a part of the form around it
    <div class="which-process" role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{t.question}</strong> <span class="soft">{t.hint}</span>
      </p>
      <div class="buttons">
        {choices.map((each) => (
          <Button
            small
            key={each.id}
            {...(chosen === undefined ? {} : { 'aria-pressed': chosen === each.id })}
            onClick={() => onChoose(each.id)}
          >
            <span lang="de">{each.name || each.id}</span> ({t.steps(each.steps)})
          </Button>
        ))}
      </div>
    </div>
  );
};
