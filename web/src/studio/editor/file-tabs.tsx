import type { Change } from '../../../../services/studio/changes/answers.ts';
import { filePath } from '../../paths.ts';
import { kindOf, useFileName } from '../file-name.ts';
import { useEditorTexts } from './words.ts';

/** A table's examples stand below the table and have no tab of their own. */
export const editableFiles = ({ files }: Change) => files.filter(({ path, removed }) => !removed && kindOf(path) !== 'vectors');

/** The files of this change; links, so that each has an address of its own. */
export const FileTabs = ({ change, path }: { change: Change; path: string }) => {
  const t = useEditorTexts();
  const nameOf = useFileName();
  return (
    <nav class="file-tabs" aria-label={t.files}>
      <ul>
        {editableFiles(change).map((file) => {
          const { kind, name } = nameOf(file.path);
          return (
            <li key={file.path}>
              <a href={filePath(change.changeId, file.path)} aria-current={file.path === path ? 'page' : undefined} title={file.path}>
                <span class="file-tabs__kind">{kind}</span> <span lang="de">{name}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
