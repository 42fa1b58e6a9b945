import { sectionIds } from './sections.ts';

/** Every candidate group of the office. Anything else in a token means nothing here. */
export const knownGroups: ReadonlySet<string> = new Set([
  ...sectionIds.flatMap((id) => ['sb', 'rsb', 'sgl'].map((role) => `${role}-${id.toLowerCase()}`)),
  ...['al', 'con', 'pv', 'svc', 'notfall', 'tel', 'sicherheit', 'azubi', 'wm', 'dsb', 'zd', 'ops', 'antragsteller'],
]);

const roleNames: Record<string, string> = { sb: 'Sachbearbeitung', rsb: 'Rechtssachbearbeitung', sgl: 'Leitung' };
const groupNames: Record<string, string> = {
  al: 'Abteilungsleitung',
  svc: 'Service',
  notfall: 'Notfallschalter',
  tel: 'Telefon',
  sicherheit: 'Sicherheitsbeauftragte',
  con: 'Controlling',
  pv: 'Prozessverantwortung',
  wm: 'Wissensmanagement',
  dsb: 'Datenschutz',
  zd: 'Zentrale Dienste',
  ops: 'Betrieb',
  azubi: 'Ausbildung',
  antragsteller: 'Antragstellung',
};

/** A group as people call it: "Sachbearbeitung SG 4". */
export const nameGroup = (group: string): string => {
  const [role = '', section = ''] = group.split('-');
  const name = roleNames[role];
  return name && section ? `${name} ${section.toUpperCase().replace(/(\d)/, ' $1')}` : (groupNames[group] ?? group);
};
