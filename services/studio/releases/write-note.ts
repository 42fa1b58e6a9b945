import type { Deps } from '../../deps.ts';
import { listModelFiles, type ModelRelease } from '../../engine/releases/index.ts';
import { codeWords, diffFiles } from '../../models/index.ts';
import type { NewNote } from './notes-store.ts';
import { findTouched } from './touched.ts';

const MOST_LINES = 6;

/** What the people concerned read: why, and the few things that are different. Undefined if it concerns nobody. */
export const writeNote = async (
  deps: Pick<Deps, 'db'>,
  release: ModelRelease,
): Promise<Pick<NewNote, 'title' | 'text' | 'processes' | 'groups'> | undefined> => {
  const live = await listModelFiles(deps.db);
  const { groups, processes, secretPaths, secretRules } = findTouched(release, live);
  if (groups.length === 0) return undefined;
  const { differences } = diffFiles(release.files, codeWords(live));
  const lines = differences
    .filter((each) => each.class !== 'layout' && !each.path.endsWith('.vectors.json'))
    .filter((each) => !secretPaths.has(each.path) && !secretRules.has(each.cell?.ruleId ?? each.elementId))
    .map((each) => each.words);
  const more = lines.length - MOST_LINES;
  const text = [
    release.reason,
    ...lines.slice(0, MOST_LINES).map((line) => `– ${line}`),
    ...(more > 0 ? [`– und ${more} weitere Unterschiede`] : []),
    release.kind === 'rollback'
      ? 'Es gilt wieder die frühere Fassung. Laufende Vorgänge bleiben, wo sie sind.'
      : 'Es gilt für neue Vorgänge. Laufende bleiben auf ihrer Fassung.',
  ];
  return { title: release.title, text: text.filter(Boolean).join('\n'), processes, groups };
};
