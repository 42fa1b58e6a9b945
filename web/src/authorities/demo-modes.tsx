import { useState } from 'preact/hooks';
import { SimulationMark } from '../cases/simulation-mark.tsx';
import { useAntwortName, useBehoerdeName } from '../office/behoerden.ts';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { useBehaviour, useSetBehaviour } from './queries.ts';
import { useAuthoritiesTexts } from './words.ts';

/** How each simulated authority behaves from now on; a change counts at once. */
export const DemoModes = () => {
  const t = useAuthoritiesTexts().modes;
  const nameOf = useBehoerdeName();
  const nameOfAnswer = useAntwortName();
  const { data } = useBehaviour(true);
  const set = useSetBehaviour();
  const [said, setSaid] = useState('');
  const words = (mode: string): string => {
    const answer = /^always (\w+)$/.exec(mode)?.[1];
    if (answer) return t.always(nameOfAnswer(answer));
    return { normal: t.normal, fast: t.fast, silent: t.silent, down: t.down }[mode] ?? mode;
  };
  const choose = async (id: string, mode: string): Promise<void> => {
    setSaid('');
    await set.mutateAsync({ [id]: mode });
    setSaid(t.saved(nameOf(id), words(mode)));
  };
  return (
    <Card
      id="modes-title"
      title={
        <>
          {t.title} <SimulationMark />
        </>
      }
      class="demo-modes"
    >
      <p class="field__hint">{t.hint}</p>
      <div class="demo-modes__list">
        {Object.entries(data ?? {}).map(([id, { mode, modes }]) => (
          <Field label={nameOf(id)} key={id}>
            <select
              aria-label={t.label(nameOf(id))}
              value={mode}
              disabled={set.isPending}
              onChange={(event) => void choose(id, event.currentTarget.value)}
            >
              {modes.map((each) => (
                <option key={each} value={each}>
                  {words(each)}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
      <p role="status" class="said">
        {said}
      </p>
    </Card>
  );
};
