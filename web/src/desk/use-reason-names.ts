import { useDeskTexts } from './words.ts';

/** Why a question comes before the law, in words; a reason that has no words stays unsaid. */
export const useReasonNames = (): ((codes: readonly string[]) => string[]) => {
  const { reasons } = useDeskTexts();
  return (codes) => codes.flatMap((code) => reasons[code] ?? []);
};
