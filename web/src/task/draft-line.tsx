import { useStore } from '../api/create-store.ts';
import { useFormat } from '../i18n/format.ts';
import { draftStates } from './draft-keeper.ts';
import { useTaskTexts } from './words.ts';

/** Whether what was typed is safe. Not a live region: it changes with every pause in typing. */
export const DraftLine = ({ taskId }: { taskId: string }) => {
  const t = useTaskTexts().draft;
  const { time } = useFormat();
  const state = useStore(draftStates).get(taskId);
  if (!state) return null;
  const alarming = state.kind === 'failed' || state.kind === 'refused';
  return (
    <span class={`task-draft${alarming ? ' task-draft--alarm' : ''}`}>
      {state.kind === 'saved' ? t.saved(time(state.at)) : t[state.kind]}
    </span>
  );
};
