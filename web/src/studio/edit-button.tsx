import { useMe } from '../api/me.ts';
import { useOpenForEditing } from './open-for-editing.ts';
import { readModelFiles } from './queries.ts';
import { ownsModels } from './rights.ts';
import type { ModelFile } from './types.ts';
import { useEntryTexts } from './use-entry-texts.ts';

type Props = { kind: 'bpmn' | 'dmn'; id: string; name: string; elementId?: string | null };

const isIt = (file: ModelFile, { kind, id }: Pick<Props, 'kind' | 'id'>): boolean =>
  file.kind === kind && (file.plainId === id || (file.decisions?.includes(id) ?? false));

/** "Bearbeiten" beside a model, for those who own it: opens their open change of it, or begins one. */
export const EditButton = ({ kind, id, name, elementId }: Props) => {
  const me = useMe();
  return me && ownsModels(me) ? <OwnersButton me={me} kind={kind} id={id} name={name} elementId={elementId ?? null} /> : null;
};

const OwnersButton = ({ me, kind, id, name, elementId }: Props & { me: NonNullable<ReturnType<typeof useMe>> }) => {
  const t = useEntryTexts();
  const { open, busy, fault } = useOpenForEditing(me);
  const edit = async (): Promise<void> => {
    const file = (await readModelFiles()).find((each) => isIt(each, { kind, id }));
    if (file) await open(file.path, t.titleOf(name), elementId ?? undefined);
  };
  return (
    <>
      <button type="button" class="button button--small" disabled={busy} onClick={() => void edit()}>
        {busy ? t.opening : t.edit}
      </button>
      {fault && (
        <span class="field__fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
};
