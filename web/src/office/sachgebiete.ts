import rows from '../../../processes/amt/sachgebiete.json' with { type: 'json' };

// What gives names comes with its own file: the first list somebody opens shows the numbers only.

export const sections = rows;

export const sectionIds: readonly string[] = sections.map(({ code }) => code);
