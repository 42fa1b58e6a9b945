import { useState } from 'preact/hooks';

const place = (part: string): string => `lotse-studio-${part}`;

const isKept = (part: string): boolean => {
  try {
    return localStorage.getItem(place(part)) === 'zu';
  } catch {
    return false;
  }
};

/** Whether a column beside the drawing is folded away, as this person left it in this browser. */
export const useFolded = (part: 'gliederung' | 'eigenschaften'): [folded: boolean, turn: () => void] => {
  const [folded, setFolded] = useState(() => isKept(part));
  const turn = (): void => {
    setFolded(!folded);
    try {
      localStorage.setItem(place(part), folded ? 'auf' : 'zu');
    } catch {
      // A browser that keeps nothing starts with both open again.
    }
  };
  return [folded, turn];
};
