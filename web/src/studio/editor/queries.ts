import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import type { DraftFindings, DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import type { Change, FileText, UsedThing, UsedThings } from '../../../../services/studio/changes/answers.ts';
import type { Example, ProposedExample, StudioCatalogue } from '../../../../services/studio/drafting/answers.ts';
import { ApiFault, api, isOutage } from '../../api/client.ts';
import type { Catalogue } from '../../bpmn/modeler/catalogue.ts';
import { useSkillName } from '../../office/kenntnisse.ts';
import { articlePath, searchOf } from '../../paths.ts';
import { kindOf } from '../file-name.ts';

const forEver = Number.POSITIVE_INFINITY;

type Place = { changeId: string; path: string; known: boolean };

/** A released file that is not part of the change joins it as it is; nothing of it is changed by that. */
const readFileText = async ({ changeId, path, known }: Place, signal: AbortSignal): Promise<FileText> => {
  const files = `/api/process-changes/${changeId}/files`;
  if (!known) await api.put<unknown>(files, { path });
  return api.get<FileText>(`${files}${searchOf({ path })}`, signal);
};

/**
 * Read once as it is opened, and not again behind the person's back: from then on the editor has the text. `round` counts the times it is wanted anew.
 */
export const useFileText = ({ files, changeId }: Change, path: string, round: number) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['file', changeId, path, round],
    queryFn: async ({ signal }) => {
      const known = files.some((each) => each.path === path);
      const text = await readFileText({ changeId, path, known }, signal);
      if (!known) void client.invalidateQueries({ queryKey: ['models', 'change', changeId] });
      return text;
    },
    staleTime: forEver,
    gcTime: 0,
    retry: (_count, fault) => isOutage(fault),
  });
};

const choice = (id: string, name?: string): { value: string; label: string } => ({
  value: id,
  label: name && name !== id ? `${name} (${id})` : id,
});

const toChoices = (given: StudioCatalogue, skillName: (code: string) => string): Catalogue => ({
  messages: given.messages.map(({ name }) => choice(name)),
  jobTypes: given.jobTypes.map(({ type, title, inputs }) => ({ ...choice(type, title), inputs })),
  // Groups without a name of their own hold no clerks.
  roles: given.roles.filter(({ group, name }) => group !== name).map(({ group, name }) => ({ value: group, label: name })),
  purposes: given.purposes.map(({ purpose, name }) => ({ value: purpose, label: name })),
  skills: given.skills.map((each) => ({ value: each, label: skillName(each) })).toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
  forms: given.forms.map(({ id, name }) => choice(id, name)),
  decisions: given.decisions.flatMap(({ id, name, decisions = [id] }) => decisions.map((each) => choice(each, name))),
  processes: given.processes.map(({ id, name }) => choice(id, name)),
  articles: given.articles.map(({ id, title, process, step }) => ({
    label: title,
    href: articlePath(id),
    step: `${process ?? ''}/${step ?? ''}`,
  })),
});

/** What the properties panel offers to choose from, in the words of the map. Without it everything can still be typed. */
export const useCatalogue = () => {
  const skillName = useSkillName();
  const { data } = useQuery({
    queryKey: ['models', 'catalogue'],
    queryFn: ({ signal }) => api.get<StudioCatalogue>('/api/studio/catalogue', signal),
    staleTime: 300_000,
  });
  return useMemo(() => data && toChoices(data, skillName), [data, skillName]);
};

export const checkText = async (path: string, content: string): Promise<FileFinding[]> => {
  const name = path.split('/').at(-1) ?? path;
  try {
    return (await api.post<DraftFindings>('/api/processes/check', { name, kind: kindOf(path), content })).findings;
  } catch (fault) {
    // A text that cannot be read at all is a finding, too: of the file.
    if (fault instanceof ApiFault && [400, 413].includes(fault.status))
      return [{ severity: 'error', elementId: '', rule: 'datei', message: fault.message }];
    throw fault;
  }
};

/** Null where no input can be found that hits just this row. */
export const suggestExample = async (changeId: string, path: string, ruleId: string): Promise<Example | null> =>
  (await api.post<ProposedExample>('/api/studio/skeleton', { kind: 'example', changeId, path, ruleId })).vector;

/** Who else leans on what is chosen; `element` empty: on the file as a whole. Undefined until it is known, and where it cannot be. */
export const useUses = (changeId: string, path: string, element: string): readonly UsedThing[] | undefined => {
  const { data } = useQuery({
    queryKey: ['models', 'change', changeId, 'uses', path, element],
    queryFn: ({ signal }) => api.get<UsedThings>(`/api/process-changes/${changeId}/uses${searchOf({ path, element })}`, signal),
    retry: (_count, fault) => isOutage(fault),
  });
  return data?.items;
};
