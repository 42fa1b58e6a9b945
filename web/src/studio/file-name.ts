import type { ModelKind } from '../../../services/studio/changes/answers.ts';
import { useModelFiles } from './queries.ts';
import { useStudioTexts } from './words.ts';

export const kindOf = (path: string): ModelKind => {
  if (path.endsWith('.vectors.json')) return 'vectors';
  return path.endsWith('.dmn') ? 'dmn' : path.endsWith('.form') ? 'form' : 'bpmn';
};

/** `duldung/duldung-grund.form` → `duldung-grund`. */
export const baseName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/(?:\.vectors)?\.\w+$/, '');

/** What a file is called in words: kind and the name people know it by. */
export const useFileName = (): ((path: string) => { kind: string; name: string }) => {
  const { kinds } = useStudioTexts();
  const known = useModelFiles().data;
  const named = (path: string): string | undefined => known?.find((each) => each.path === path)?.name;
  return (path) => ({
    kind: kinds[kindOf(path)],
    name: named(path) || named(path.replace(/\.vectors\.json$/, '.dmn')) || baseName(path),
  });
};
