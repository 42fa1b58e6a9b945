import type { FailureToAct } from '../../../services/waits/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { Line } from '../ui/lines.tsx';
import { useFileTexts } from './file-words.ts';

/** Until when the office has to decide before somebody may sue. The law sets the day: there is nothing to move. */
export const FailureLine = ({ failure: { until, stage } }: { failure: FailureToAct }) => {
  const t = useFileTexts().waits.failure;
  const { day } = useFormat();
  return (
    <Line class="wait">
      <span class="line__main">
        {t.name} <strong>{t.until(day(until))}</strong>
      </span>
      <span class="wait__words">{t.stages[stage]}</span>
    </Line>
  );
};
