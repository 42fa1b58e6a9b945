import { useMapTexts } from './words.ts';

/** What a field of a form takes, in words: "Freitext" of `textarea`. */
export const useFieldKind = (): ((type: string) => string) => {
  const { fieldKinds } = useMapTexts();
  return (type) => fieldKinds[type] ?? type;
};
