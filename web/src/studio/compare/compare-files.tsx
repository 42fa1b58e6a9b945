import './compare.css';
import type { Difference, FilePair } from '../../../../services/studio/changes/answers.ts';
import { FileComparison } from './file-comparison.tsx';

const order = ['.bpmn', '.dmn', '.form', '.vectors.json'];
const rank = (path: string): number => order.findIndex((ending) => path.endsWith(ending));

type Props = {
  files: readonly FilePair[];
  differences: readonly Difference[];
  /** What files are called that are not released yet. */
  names?: ReadonlyMap<string, string>;
};

/** All files that differ, processes first, each with its sentences and its picture. */
export const CompareFiles = ({ files, differences, names }: Props) => (
  <div class="compare-files">
    {files
      .filter((pair) => pair.before !== pair.after)
      .toSorted((a, b) => rank(a.path) - rank(b.path) || a.path.localeCompare(b.path))
      .map((pair) => (
        <FileComparison
          key={pair.path}
          pair={pair}
          named={names?.get(pair.path)}
          differences={differences.filter((each) => each.path === pair.path)}
        />
      ))}
  </div>
);
