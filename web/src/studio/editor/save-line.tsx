import { useStore } from '../../api/create-store.ts';
import { useFormat } from '../../i18n/format.ts';
import { type SaveState, saveStates } from './file-keeper.ts';
import { useEditorTexts } from './words.ts';

/** Whether what is on the screen is on the server, in words. */
export const useSaveState = (key: string): SaveState => useStore(saveStates).get(key) ?? { kind: 'none' };

export const SaveLine = ({ state }: { state: SaveState }) => {
  const t = useEditorTexts().state;
  const { time } = useFormat();
  const words = state.kind === 'saved' ? t.saved(time(state.at)) : state.kind === 'refused' ? t.refused(state.why) : t[state.kind];
  const bad = ['failed', 'refused', 'conflict'].includes(state.kind);
  return (
    <span class={`save-line${bad ? ' save-line--bad' : ''}`} role="status">
      {words}
    </span>
  );
};
