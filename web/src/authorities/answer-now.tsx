import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Wait } from '../../../services/casefile/answers.ts';
import { api } from '../api/client.ts';
import { SimulationMark } from '../cases/simulation-mark.tsx';
import { useDemo } from '../demo/use-demo.ts';
import { answersOf, routineAnswer, useAntwortName } from '../office/behoerden.ts';
import { findFrist } from '../office/fristen.ts';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { useAnswerTexts } from './answer-words.ts';

const useAnswer = (caseId: string, warteId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: string) => api.post<unknown>(`/api/demo/authorities/${warteId}`, { answer }),
    onSuccess: () => Promise.all([['case', caseId], ['tasks'], ['authorities']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
};

/**
 * The demo lets a simulated authority answer before its time. At a security query there is only the routine answer, and no word about it: what
 * else can come back is nobody's business here.
 */
const AnswerForm = ({ caseId, wait }: { caseId: string; wait: Wait }) => {
  const t = useAnswerTexts();
  const nameOf = useAntwortName();
  const codes = wait.authority ? answersOf(wait.authority) : [];
  const [answer, setAnswer] = useState(codes[0] ?? routineAnswer());
  const give = useAnswer(caseId, wait.warteId);
  return (
    <InlineForm
      hint={t.hint}
      send={codes.length > 0 ? t.send : t.routine}
      missing={() => undefined}
      onSend={async () => void (await give.mutateAsync(answer))}
    >
      {codes.length > 0 && (
        <Field label={t.which}>
          <select value={answer} onChange={(event) => setAnswer(event.currentTarget.value)}>
            {codes.map((code) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </Field>
      )}
    </InlineForm>
  );
};

export const AnswerNow = ({ caseId, wait }: { caseId: string; wait: Wait }) => {
  const t = useAnswerTexts();
  const demo = useDemo();
  const asks = findFrist(wait.kind)?.sicherheit || (wait.authority && answersOf(wait.authority).length > 0);
  if (!demo || !asks) return null;
  return (
    <details class="fold wait__demo">
      <summary>
        {t.open} <SimulationMark />
      </summary>
      <AnswerForm caseId={caseId} wait={wait} />
    </details>
  );
};
