/** "§ 18g Abs. 1 Satz 1 AufenthG" of `18g(1)S1`; undefined where the form's list did not hold the norm. A citation is German in every language. */
export const citeNorm = (code: string): string | undefined => {
  const [, section, paragraph, sentence] = /^(\d+[a-z]?)(?:\((\d+[a-z]?)\))?(?:S(\d+))?$/.exec(code) ?? [];
  if (!section) return undefined;
  return `§ ${section}${paragraph ? ` Abs. ${paragraph}` : ''}${sentence ? ` Satz ${sentence}` : ''} AufenthG`;
};
