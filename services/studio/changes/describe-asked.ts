import { hashText } from '../../engine/releases/index.ts';
import { diffFiles } from '../../models/index.ts';
import { isChanged, type LoadedChange } from './load-change.ts';

const MOST_LINES = 100;
const LONGEST_LINE = 300;

/** What a trial put to the open cases, for the audit trail: a draft is written over, so who asked what is kept in words. */
export const describeAsked = ({ files }: LoadedChange): { path: string; hash: string; changes: string[] }[] =>
  files.filter(isChanged).map(({ path, base, content }) => ({
    path,
    hash: hashText(content ?? ''),
    changes: diffFiles([{ path, before: base, after: content }])
      .differences.slice(0, MOST_LINES)
      .map(({ words }) => words.slice(0, LONGEST_LINE)),
  }));
