import type { Me } from '../../../../services/portal/answers.ts';
import type { ModelFile } from '../../../../services/studio/changes/answers.ts';
import { Button } from '../../ui/button.tsx';
import { useEntryTexts } from '../entry-words.ts';
import { readModelFiles } from '../queries.ts';
import { useOpenForEditing } from './open-for-editing.ts';

export type EditedModel = { kind: 'bpmn' | 'dmn'; id: string; name: string; elementId?: string | null };

const isIt = (file: ModelFile, { kind, id }: Pick<EditedModel, 'kind' | 'id'>): boolean =>
  file.kind === kind && (file.plainId === id || (file.decisions?.includes(id) ?? false));

/** Opens the owner's open change of a model, or begins one. */
export const OwnersButton = ({ me, kind, id, name, elementId }: EditedModel & { me: Me }) => {
  const t = useEntryTexts();
  const { open, busy, fault } = useOpenForEditing(me);
  const edit = async (): Promise<void> => {
    const file = (await readModelFiles()).find((each) => isIt(each, { kind, id }));
    if (file) await open(file.path, t.titleOf(name), elementId ?? undefined);
  };
  return (
    <>
      <Button small disabled={busy} onClick={() => void edit()}>
        {busy ? t.opening : t.edit}
      </Button>
      {fault && (
        <span class="field__fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
};
