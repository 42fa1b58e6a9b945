import type { Change } from '../../../../services/studio/changes/answers.ts';
import { changePath } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SaveLine, useSaveState } from './save-line.tsx';
import type { EditorHandle, EditorState } from './types.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  change: Change;
  title: string;
  kind: string;
  fileKey: string;
  editor: EditorHandle | undefined;
  state: EditorState;
  /** Undefined where there is nothing to be played through. */
  playing: boolean | undefined;
  onPlay: (on: boolean) => void;
  onDownload: () => void;
};

/** Which file this is, whether it is saved, and what can be done with it as a whole. */
export const FileBar = ({ change, title, kind, fileKey, editor, state, playing, onPlay, onDownload }: Props) => {
  const t = useEditorTexts();
  const saved = useSaveState(fileKey);
  return (
    <header class="file-bar">
      <div class="file-bar__words">
        <nav class="file-bar__back" aria-label={t.back(change.number)}>
          <a href={changePath(change.changeId)}>{t.back(change.number)}</a> <span aria-hidden="true">›</span>{' '}
          <span lang="de">{change.title}</span>
        </nav>
        <h1>
          <span class="file-bar__kind">{kind}</span> <span lang="de">{title}</span>
        </h1>
      </div>
      <SaveLine state={saved} />
      <div class="file-bar__tools">
        <Button small disabled={!state.canUndo} onClick={() => editor?.undo()}>
          {t.undo}
        </Button>
        <Button small disabled={!state.canRedo} onClick={() => editor?.redo()}>
          {t.redo}
        </Button>
        {playing !== undefined && (
          <Button small aria-pressed={playing} onClick={() => onPlay(!playing)}>
            {playing ? t.stopPlaying : t.play}
          </Button>
        )}
        <Button small disabled={!editor} onClick={onDownload}>
          {t.download}
        </Button>
        <ButtonLink primary small href={changePath(change.changeId)}>
          {t.next}
        </ButtonLink>
      </div>
    </header>
  );
};
