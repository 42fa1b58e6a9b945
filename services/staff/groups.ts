import { sectionIds } from './sections.ts';

/** Every candidate group of the office. Anything else in a token means nothing here. */
export const knownGroups: ReadonlySet<string> = new Set([
  ...sectionIds.flatMap((id) => ['sb', 'rsb', 'sgl'].map((role) => `${role}-${id.toLowerCase()}`)),
  ...['al', 'con', 'pv', 'svc', 'notfall', 'tel', 'sicherheit', 'azubi', 'wm', 'dsb', 'zd', 'ops', 'antragsteller'],
]);
