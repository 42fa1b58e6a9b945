import { useMemo } from 'preact/hooks';
import type { FileText } from '../../../../services/studio/changes/answers.ts';
import { dropFile, keepFile, keyOf, knowVersion, leftOver, unsavedText } from './file-keeper.ts';

export type StartText = { content: string; recovered: boolean };

/** What an editor opens with: the server's text, or what this tab had not been able to save. */
export const useStartText = (changeId: string, file: FileText | undefined): StartText | undefined =>
  useMemo(() => {
    if (!file || file.content === null) return undefined;
    const key = keyOf(changeId, file.path);
    const inMemory = unsavedText(key);
    const stored = leftOver(key);
    const own = inMemory ?? stored?.content;
    if (own === undefined || own === file.content) {
      if (own !== undefined) dropFile(key);
      knowVersion(key, file.version, file.savedAt);
      return { content: file.content, recovered: false };
    }
    // Saved with the version it was made from: should the server have a newer one, it says whose, and the person decides.
    if (inMemory === undefined) knowVersion(key, stored?.version ?? file.version, file.savedAt);
    keepFile(changeId, file.path, own);
    return { content: own, recovered: inMemory === undefined };
  }, [changeId, file]);
