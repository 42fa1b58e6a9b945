/**
 * Signs that show nothing: control and format signs (zero-width ones, marks of direction, the soft hyphen), fillers and joiners. A person who
 * reads the page does not see them, so they are no part of an answer.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** As a reader sees it: without invisible signs, blanks at both ends gone, every run of blanks and line ends one blank. */
export const visibleText = (text: string): string => text.replace(/\s+/gu, ' ').replace(invisible, '').replace(/\s+/gu, ' ').trim();

/** Whether nothing can be seen of it. Accents without a letter under them are nothing, too. */
export const isBlank = (text: string): boolean => visibleText(text.replace(/\p{M}/gu, '')) === '';

/** How many signs of it can be seen; a run of blanks between words is one. Counts code points, so that no script counts double. */
export const visibleLength = (text: string): number => [...visibleText(text)].length;
