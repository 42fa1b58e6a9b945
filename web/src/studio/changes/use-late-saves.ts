import { useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { useStore } from '../../api/create-store.ts';
import { saveStates } from '../editor/file-keeper.ts';

const underWay: readonly string[] = ['dirty', 'saving', 'failed'];
const stuck: readonly string[] = ['conflict', 'refused', 'failed'];

/**
 * What the editor was still saving when it was left reaches the server a moment after this page has read the change: it is read again then.
 * `stuck` are the files that did not get there.
 */
export const useLateSaves = (changeId: string): { saving: boolean; stuck: string[] } => {
  const client = useQueryClient();
  const own = [...useStore(saveStates)].filter(([key]) => key.startsWith(`${changeId}/`));
  const saved = own.map(([key, state]) => (state.kind === 'saved' ? `${key} ${state.at}` : '')).join('|');
  useEffect(() => {
    if (own.length > 0) void client.invalidateQueries({ queryKey: ['models', 'change', changeId] });
  }, [saved]);
  const pathsIn = (kinds: readonly string[]): string[] =>
    own.filter(([, { kind }]) => kinds.includes(kind)).map(([key]) => key.slice(changeId.length + 1));
  return { saving: pathsIn(underWay).length > 0, stuck: pathsIn(stuck) };
};
