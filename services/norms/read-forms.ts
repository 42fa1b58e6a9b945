import type { Releases } from '../engine/releases/index.ts';
import { walkComponents } from '../forms/index.ts';
import type { ProcessModel } from '../reading/index.ts';
import { makeEntry } from './make-entry.ts';
import type { Entry, FormPlace } from './types.ts';

type Component = {
  label?: string;
  dateLabel?: string;
  text?: string;
  content?: string;
  description?: string;
  values?: { label?: string }[];
  components?: unknown;
};

const wordsOf = ({ label, dateLabel, text, content, description, values }: Component): string[] =>
  [label, dateLabel, text, content, description, ...(values ?? []).map((each) => each.label)].flatMap((said) =>
    typeof said === 'string' ? [said] : [],
  );

const usesOf = (processes: readonly ProcessModel[], formId: string): FormPlace['usedIn'] =>
  processes.flatMap((model) =>
    model.elements
      .filter((element) => element.formId === formId)
      .map((element) => ({ processId: model.id, process: model.name, elementId: element.id, element: element.name })),
  );

/** What forms say of the law, and the steps that show them. */
export const readForms = async (releases: Releases, processes: readonly ProcessModel[]): Promise<Entry<FormPlace>[]> => {
  const files = await releases.list({ kind: 'form', currentOnly: true });
  const contents = await Promise.all(files.map((file) => releases.findContent(file.plainId, 'form')));
  return contents.flatMap((file) => {
    if (!file) return [];
    const usedIn = usesOf(processes, file.plainId);
    const { components } = JSON.parse(file.content) as { components?: unknown };
    return walkComponents<Component>(components).flatMap(({ component }) => {
      const field = (component.label ?? component.dateLabel ?? '').trim();
      const said = wordsOf(component);
      return said.flatMap((text) => makeEntry({ kind: 'forms' as const, formId: file.plainId, field, usedIn }, text, said.join(' ')));
    });
  });
};
