import { useQuery } from '@tanstack/preact-query';
import type { Content } from '../../../services/knowledge/answers.ts';
import type { ProcessInWords } from '../../../services/models/answers.ts';
import { api } from '../api/client.ts';
import { sectionIds } from '../office/sachgebiete.ts';
import { Field } from '../ui/field.tsx';
import { useProcesses } from './use-place-name.ts';
import { useKnowledgeTexts } from './words.ts';

/** Steps at which somebody works; an article at another one would never be seen. */
const useSteps = (process: string | null): { elementId: string; name: string }[] => {
  const { data } = useQuery({
    queryKey: ['models', process, 'elements', 'current'],
    queryFn: ({ signal }) => api.get<ProcessInWords>(`/api/processes/${encodeURIComponent(process ?? '')}/elements`, signal),
    enabled: process !== null,
  });
  return (data?.elements ?? []).filter((each) => each.type === 'userTask');
};

type Props = { content: Content; set: (change: Partial<Content>) => void };

/** Where the article is shown: everywhere, in one process, or at one of its steps. */
export const PlaceFields = ({ content, set }: Props) => {
  const t = useKnowledgeTexts().editor;
  const processes = useProcesses();
  const steps = useSteps(content.process);
  return (
    <>
      <Field label={t.process}>
        <select value={content.process ?? ''} onChange={(event) => set({ process: event.currentTarget.value || null, elementId: null })}>
          <option value="">{t.anyProcess}</option>
          {processes?.map(({ id, name }) => (
            <option key={id} value={id} lang="de">
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.step}>
        <select
          value={content.elementId ?? ''}
          disabled={content.process === null}
          onChange={(event) => set({ elementId: event.currentTarget.value || null })}
        >
          <option value="">{t.anyStep}</option>
          {steps.map(({ elementId, name }) => (
            <option key={elementId} value={elementId} lang="de">
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t.section}>
        <select value={content.section ?? ''} onChange={(event) => set({ section: event.currentTarget.value || null })}>
          <option value="">{t.anySection}</option>
          {sectionIds.map((id) => (
            <option key={id} value={id}>
              {id.replace('SG', '')}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
};
