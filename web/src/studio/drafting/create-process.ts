import { changeCalls, createChange, createSkeleton } from '../queries.ts';
import { nameProcess } from './name-process.ts';

export type NewProcess = {
  id: string;
  name: string;
  section: string;
  title: string;
  /** A file, and which of its processes is ours by its id there. */
  drawing: { file: File; process: string } | undefined;
};

/** Makes the change with the process in it. `begun` is a change of an earlier attempt whose drawing was refused: it is used again. */
export const createProcess = async (wanted: NewProcess, begun: { changeId?: string }): Promise<string> => {
  const { id, name, section, title, drawing } = wanted;
  if (!drawing) {
    const { files } = await createSkeleton({ id, name, section });
    return (await createChange({ title, files })).changeId;
  }
  begun.changeId ??= (await createChange({ title })).changeId;
  const calls = changeCalls(begun.changeId);
  const { path } = await calls.importFile(drawing.file, { path: `${id}/${id}.bpmn`, process: drawing.process });
  await calls.rewriteFile(path, (text) => nameProcess(text, name));
  await calls.complete({ path: path });
  return begun.changeId;
};
