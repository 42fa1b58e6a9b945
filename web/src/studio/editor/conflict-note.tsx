import type { Change } from '../../../../services/studio/changes/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { dropFile, keyOf, saveOver } from './file-keeper.ts';
import { useSaveState } from './save-line.tsx';
import { useEditorTexts } from './words.ts';

type Props = { change: Change; path: string; onReload: () => void };

/** Somebody else saved the same file: which of the two stays is for a person to say. */
export const ConflictNote = ({ change, path, onReload }: Props) => {
  const { changeId } = change;
  const t = useEditorTexts();
  const { time } = useFormat();
  const key = keyOf(changeId, path);
  const state = useSaveState(key);
  if (state.kind !== 'conflict') return null;
  return (
    <Notice block tone="alarm" class="editor-note" role="alert">
      <p>{t.conflict(change.authors.find(({ account }) => account === state.by)?.name ?? state.by, time(state.at))}</p>
      <div class="buttons">
        <Button
          small
          onClick={() => {
            dropFile(key);
            onReload();
          }}
        >
          {t.takeTheirs}
        </Button>
        <Button small onClick={() => void saveOver(changeId, path)}>
          {t.keepMine}
        </Button>
      </div>
    </Notice>
  );
};
