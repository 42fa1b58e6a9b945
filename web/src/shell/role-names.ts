import type { shell } from '../i18n/areas/shell.de.ts';

type Texts = typeof shell;

/** A person's groups in words: "Sachbearbeitung Sachgebiet 4". */
export const roleNames = (groups: readonly string[], t: Texts): string =>
  groups
    .map((group) => {
      const [role = '', section] = group.split('-');
      const name = t.roles[role as keyof Texts['roles']];
      return typeof name === 'function' ? name(t.section(section ?? '')) : (name ?? group);
    })
    .join(', ');
