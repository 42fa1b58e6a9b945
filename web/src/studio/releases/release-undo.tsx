import { useState } from 'preact/hooks';
import type { ReleaseDetail } from '../../../../services/studio/releases/answers.ts';
import { releasePath } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useUndo } from '../queries.ts';
import { useReleasesTexts } from './words.ts';

const isUnderWay = ({ undo, undoneBy }: ReleaseDetail): boolean => undo !== null && undo.failure === null && undoneBy === null;

/** Whether the former state holds again, or is on its way. */
export const UndoState = ({ release }: { release: ReleaseDetail }) => {
  const t = useReleasesTexts();
  const { undoneBy, undo } = release;
  const failure = undoneBy === null ? undo?.failure : undefined;
  return (
    <div role="status">
      {undoneBy !== null && (
        <Notice tone="good">
          <a href={releasePath(undoneBy)}>{t.undoneBy(undoneBy)}</a>
        </Notice>
      )}
      {isUnderWay(release) && <Notice tone="news">{t.undoing}</Notice>}
      {failure && <Notice tone="alarm">{t.notUndone(failure)}</Notice>}
    </div>
  );
};

/** One click: the texts of before this release hold again. Why not, where that is so. */
export const UndoForm = ({ release }: { release: ReleaseDetail }) => {
  const t = useReleasesTexts();
  const [reason, setReason] = useState('');
  const undo = useUndo(release.releaseNo);
  if (!release.mayUndo || isUnderWay(release)) return null;
  if (release.mayNotUndoBecause) return <p class="soft">{release.mayNotUndoBecause}</p>;
  return (
    <form
      class="release-undo"
      onSubmit={(event) => {
        event.preventDefault();
        undo.mutate(reason.trim());
      }}
    >
      <p class="field__hint">{t.undoHint}</p>
      <div class="release-undo__row">
        <Field label={t.undoReason}>
          <input type="text" lang="de" maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </Field>
        <Button type="submit" disabled={undo.isPending}>
          {t.undo}
        </Button>
      </div>
      {undo.error && (
        <p class="field__fault" role="alert">
          {undo.error.message}
        </p>
      )}
    </form>
  );
};
