import { type Home, homes } from './homes.ts';
import { codesOf, findRow, getRowWith, nameOf, rowsOf } from './lists.ts';
import type { Rolle, Team } from './rows.ts';

// A candidate group is a role, or a role in a section: `al`, `sb-sg4`.

type Group = { code: string; role: Rolle; section: string | undefined };

const groupCode = (role: Rolle, section: string): string => `${role.code}-${section.toLowerCase()}`;

const groups = new Map<string, Group>(
  [
    ...codesOf('sachgebiete').flatMap((section) =>
      rowsOf('rollen')
        .filter((role) => role.jeSachgebiet)
        .map((role) => ({ code: groupCode(role, section), role, section })),
    ),
    ...rowsOf('rollen')
      .filter((role) => !role.jeSachgebiet)
      .map((role) => ({ code: role.code, role, section: role.sachgebiet })),
  ].map((group) => [group.code, group]),
);

/** Every candidate group of the office, section by section, then those of the whole office. Anything else in a token means nothing here. */
export const knownGroups: ReadonlySet<string> = new Set(groups.keys());

export const sectionIds: readonly string[] = codesOf('sachgebiete');

/** The section a group works in: `SG4` of `sb-sg4`, the counter's of the counter; undefined for groups of the whole office. */
export const sectionOf = (group: string): string | undefined => groups.get(group)?.section;

export const roleOf = (group: string): Rolle | undefined => groups.get(group)?.role;

/** A clerk of a section. At the counter it is the service that works as clerks do: `clerkGroupOf`. */
export const isClerk = (group: string): boolean => roleOf(group)?.sachbearbeitung === true;

/** Service, emergency counter, telephone: groups of one section only. */
export const worksAtCounter = (group: string): boolean => roleOf(group)?.sachgebiet !== undefined;

/** The group of a role that each section has: `rsb` in SG4 is `rsb-sg4`; any other stands as it is. */
export const groupInSection = (role: string, section: string): string => {
  const found = findRow('rollen', role);
  return found?.jeSachgebiet ? groupCode(found, section) : role;
};

/** The role of an expression `"rsb-" + lower case(sachgebiet)`, as models name the group of whatever section a case has. */
export const roleOfSection = (feel: string): Rolle | undefined => {
  const code = /^"([a-z]+)-"\s*\+\s*lower case\(\s*sachgebiet\s*\)$/.exec(feel.trim())?.[1];
  return rowsOf('rollen').find((role) => role.jeSachgebiet && role.code === code);
};

const inSection = (property: 'sachbearbeitung' | 'recht' | 'leitung', section: string): string =>
  groupCode(getRowWith('rollen', property), section);

/** What nobody has yet goes to the service at the counter. */
export const counterGroup = getRowWith('rollen', 'schalter').code;
export const counterSection = getRowWith('sachgebiete', 'schalter').code;
/** The circle of hidden cases, and where these lie. */
export const circleGroup = getRowWith('rollen', 'verdeckt').code;
export const hiddenSection = getRowWith('sachgebiete', 'verdeckt').code;
export const applicantGroup = getRowWith('rollen', 'antragstellend').code;
/** Every group but the applicants'. */
export const staffGroups: readonly string[] = [...knownGroups].filter((group) => group !== applicantGroup);

/** Who does the clerks' work of a section. */
export const clerkGroupOf = (section: string): string =>
  section === counterSection ? counterGroup : inSection('sachbearbeitung', section);
export const specialistGroupOf = (section: string): string => inSection('recht', section);
export const headGroupOf = (section: string): string => inSection('leitung', section);
/** All groups that work in a section. */
export const groupsIn = (section: string): string[] =>
  [...groups.values()].filter((each) => each.section === section).map(({ code }) => code);

type Whose = { section: string | null; role: string | null; hidden: boolean };

/** Where a case lies, and with whom; one that nobody has yet is the counter's, a hidden one never leaves its circle. */
export const handsOf = ({ section, role, hidden }: Whose): { section: string; group: string } => ({
  section: section ?? (hidden ? hiddenSection : counterSection),
  group: role ?? (hidden ? circleGroup : counterGroup),
});

/** The section that answers for a case, also before it is sorted. */
export const answeringSection = (section: string | null): string => section ?? getRowWith('sachgebiete', 'vorZuordnung').code;

export const teamsOf = (section: string): Team[] => rowsOf('teams').filter((team) => team.sachgebiet === section);

/** A group as people call it: "Sachbearbeitung SG 4"; one of an older model stands as it is. */
export const nameGroup = (code: string): string => {
  const group = groups.get(code);
  if (!group) return code;
  const name = nameOf('rollen', group.role.code);
  return group.role.jeSachgebiet ? `${name} ${group.section?.replace(/(\d)/, ' $1')}` : name;
};

/** The roles of some groups in words, for the person themselves: "Sachbearbeitung Sachgebiet 4". */
export const nameRoles = (codes: readonly string[], language: 'de' | 'en'): string =>
  codes
    .map((code) => {
      const group = groups.get(code);
      if (!group) return code;
      const section = group.section?.replace(/\D/g, '');
      const name = group.role[language];
      if (!group.role.jeSachgebiet) return name;
      return language === 'de' ? `${name} Sachgebiet ${section}` : `${name}, section ${section}`;
    })
    .join(', ');

/** Where a person's day begins. */
export const homeOf = (codes: readonly string[]): Home => {
  const found = codes.map((code) => roleOf(code)?.beginnt);
  return homes.find((home) => found.includes(home)) ?? 'karte';
};
