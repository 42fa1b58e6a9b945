import { useState } from 'preact/hooks';
import { isFolded, keepFolded } from '../../ui/folds.ts';

/** Whether a column beside the drawing is folded away, as this person left it in this browser. */
export const useFolded = (part: 'gliederung' | 'eigenschaften'): [folded: boolean, turn: () => void] => {
  const name = `studio-${part}`;
  const [folded, setFolded] = useState(() => isFolded(name));
  const turn = (): void => {
    setFolded(!folded);
    keepFolded(name, !folded);
  };
  return [folded, turn];
};
