import { CompareFiles } from './compare/compare-files.tsx';
import { Part } from './part.tsx';
import type { Diff } from './types.ts';
import { useStudioTexts } from './use-studio-texts.ts';

/** What the release would change against what holds today. */
export const ComparePart = ({ diff, fault }: { diff: Diff | undefined; fault: Error | null }) => {
  const t = useStudioTexts().compare;
  const count = diff?.differences.filter((each) => each.how !== 'moved').length ?? 0;
  return (
    <Part step="compare" title={t.title} note={count > 0 && <span>{t.count(count)}</span>}>
      {fault && (
        <p class="field__fault" role="alert">
          {fault.message}
        </p>
      )}
      {diff && diff.differences.length === 0 && <p class="soft">{t.none}</p>}
      {diff && diff.differences.length > 0 && <CompareFiles files={diff.files} differences={diff.differences} />}
    </Part>
  );
};
