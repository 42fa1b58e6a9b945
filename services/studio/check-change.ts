import { checkFiles, type LocatedFinding } from '../models/index.ts';
import { filesAfter, isChanged, isStale, type LoadedChange } from './load-change.ts';

/** Everything that stands against a release of this change, by file. */
export const checkChange = async (loaded: LoadedChange): Promise<LocatedFinding[]> => {
  const changed = loaded.files.filter(isChanged);
  const stale = loaded.files
    .filter((file) => isStale(file, loaded.live))
    .map(
      ({ path }): LocatedFinding => ({
        path,
        severity: 'error',
        elementId: '',
        rule: 'stale',
        message: 'Eine andere Freigabe hat diese Datei inzwischen geändert. Vergleichen Sie, und übernehmen Sie dann den neuen Stand.',
      }),
    );
  return [
    ...stale,
    ...(await checkFiles(
      filesAfter(loaded),
      changed.map((file) => file.path),
    )),
  ];
};
