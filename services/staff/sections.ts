export type SectionId = 'SG1' | 'SG2' | 'SG3' | 'SG4';

export type Team = { id: string; name: string };
export type Section = { id: SectionId; name: string; teams: readonly Team[] };

export const sections: readonly Section[] = [
  {
    id: 'SG1',
    name: 'Erwerb, Studium und Ausbildung',
    teams: [
      { id: 'T1a', name: 'Erwerb, Studium und Ausbildung A' },
      { id: 'T1b', name: 'Erwerb, Studium und Ausbildung B' },
    ],
  },
  {
    id: 'SG2',
    name: 'Familie, Daueraufenthalt und Freizügigkeit',
    teams: [
      { id: 'T2a', name: 'Familie und Daueraufenthalt A' },
      { id: 'T2b', name: 'Familie und Daueraufenthalt B' },
    ],
  },
  {
    id: 'SG3',
    name: 'Service, Erstkontakt und Dokumente',
    teams: [
      { id: 'T3a', name: 'Schalter und eAT' },
      { id: 'T3b', name: 'Telefon und Termine' },
      { id: 'T3c', name: 'Notfall' },
    ],
  },
  {
    id: 'SG4',
    name: 'Humanitärer Aufenthalt, Ausreise und Sicherheit',
    teams: [
      { id: 'T4a', name: 'Humanitärer Aufenthalt' },
      { id: 'T4b', name: 'Ausreise und Rückkehr' },
      { id: 'T4c', name: 'Sicherheit' },
    ],
  },
];

export const sectionIds: readonly SectionId[] = sections.map((section) => section.id);

export const findSection = (id: string): Section | undefined => sections.find((section) => section.id === id);

/** The section of a group such as `sb-sg4`; undefined for groups of the whole office. */
export const sectionOfGroup = (group: string): SectionId | undefined => {
  const id = /^(?:sb|rsb|sgl)-(sg[1-4])$/.exec(group)?.[1]?.toUpperCase();
  return sectionIds.find((section) => section === id);
};
