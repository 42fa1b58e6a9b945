import { api } from '../../api/client.ts';
import { spokenPart } from '../../bpmn/modeler/spoken-id.ts';

const kebab = (name: string): string =>
  spokenPart(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** Where a form for this task lies, and its id; both are free in the change. */
const freePlace = (bpmnPath: string, name: string, taken: readonly string[]): { path: string; id: string } => {
  const folder = bpmnPath.slice(0, bpmnPath.lastIndexOf('/'));
  const base = kebab(name) || 'formular';
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.some((each) => each.endsWith(`/${id}.form`))) return { path: `${folder}/${id}.form`, id };
  }
};

/** A first form for a task: one question that can be answered, to be built on. */
export const makeForm = async (
  changeId: string,
  bpmnPath: string,
  taskName: string,
  taken: readonly string[],
): Promise<{ path: string; id: string }> => {
  const { path, id } = freePlace(bpmnPath, taskName, taken);
  const form = {
    type: 'default',
    id,
    schemaVersion: 16,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.5.0',
    components: [{ id: 'feld_bemerkung', type: 'textarea', key: 'bemerkung', label: 'Bemerkung', validate: { maxLength: 2000 } }],
  };
  await api.put<unknown>(`/api/process-changes/${changeId}/files`, { path, content: `${JSON.stringify(form, null, 2)}\n` });
  return { path, id };
};
