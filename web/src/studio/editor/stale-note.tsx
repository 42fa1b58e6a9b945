import type { Change } from '../../../../services/studio/changes/answers.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeCalls, useChangeAct } from '../queries.ts';
import { useStudioTexts } from '../words.ts';
import { flushFile, keyOf, knownVersion, knowVersion } from './file-keeper.ts';
import { useEditorTexts } from './words.ts';

type Props = { change: Change; path: string };

/** Another release has changed the file, or its examples, since it was taken: the way on from there. */
export const StaleNote = ({ change, path }: Props) => {
  const { changeId } = change;
  const t = useEditorTexts();
  const { outdated } = useStudioTexts();
  const paths = change.files.filter((each) => each.stale && [path, path.replace(/\.dmn$/, '.vectors.json')].includes(each.path));
  const rebase = useChangeAct<readonly string[]>(changeId, async (all) => {
    let now: Change | undefined;
    for (const each of all) {
      const key = keyOf(changeId, each);
      // What is not saved yet goes first: the server compares the text it has.
      await flushFile(key);
      now = await changeCalls(changeId).rebaseFile({ path: each, version: knownVersion(key) });
      const file = now.files.find((one) => one.path === each);
      if (file) knowVersion(key, file.version, file.savedAt);
    }
    announce(t.rebased);
    return now;
  });
  if (paths.length === 0) return null;
  return (
    <Notice block tone="warn" class="editor-note editor-note--line">
      <p>
        {outdated.stale} {t.staleNote}
      </p>
      <Button small disabled={rebase.isPending} onClick={() => rebase.mutate(paths.map((each) => each.path))}>
        {outdated.rebase}
      </Button>
      {rebase.error && (
        <p class="field__fault" role="alert">
          {rebase.error.message}
        </p>
      )}
    </Notice>
  );
};
