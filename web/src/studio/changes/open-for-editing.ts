import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../../services/portal/answers.ts';
import type { Changes } from '../../../../services/studio/changes/answers.ts';
import { api } from '../../api/client.ts';
import { filePath } from '../../paths.ts';
import { createChange } from '../queries.ts';
import { isEditable } from './missing.ts';

/** The person's own open change that holds the file, else a new one. */
const changeFor = async (me: Me, path: string, title: string): Promise<string> => {
  const { items } = await api.get<Changes>('/api/process-changes');
  const own = items.find(
    (line) => isEditable(line) && line.files.includes(path) && line.authors.some((author) => author.account === me.account),
  );
  return own?.changeId ?? (await createChange({ title, files: [{ path }] })).changeId;
};

/** One click from a model to its editor. */
export const useOpenForEditing = (me: Me) => {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const open = async (path: string, title: string, elementId?: string): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      route(filePath(await changeFor(me, path, title), path, elementId));
    } catch (refused) {
      setFault((refused as Error).message);
      setBusy(false);
    }
  };
  return { open, busy, fault };
};
