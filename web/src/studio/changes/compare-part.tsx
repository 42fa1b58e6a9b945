import { useMemo } from 'preact/hooks';
import type { Change, Diff } from '../../../../services/studio/changes/answers.ts';
import { CompareFiles } from '../compare/compare-files.tsx';
import { useCompareTexts } from '../compare/words.ts';
import { Part } from './part.tsx';

/** What the release would change against what holds today. */
export const ComparePart = ({ change, diff, fault }: { change: Change; diff: Diff | undefined; fault: Error | null }) => {
  const t = useCompareTexts();
  const names = useMemo(() => new Map(change.files.map((file) => [file.path, file.name])), [change.files]);
  const count = diff?.differences.filter((each) => each.how !== 'moved').length ?? 0;
  return (
    <Part step="compare" title={t.title} note={count > 0 && <span>{t.count(count)}</span>}>
      {fault && (
        <p class="field__fault" role="alert">
          {fault.message}
        </p>
      )}
      {diff && diff.differences.length === 0 && <p class="soft">{t.none}</p>}
      {diff && diff.differences.length > 0 && <CompareFiles files={diff.files} differences={diff.differences} names={names} />}
    </Part>
  );
};
