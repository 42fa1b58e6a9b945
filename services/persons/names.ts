import type { Applicant } from './applicant.ts';

export type NameKind = 'aktuell' | 'geburtsname' | 'frueher' | 'alias';
/** One of the two may be empty: some people have one name only. */
export type PersonName = { kind: NameKind; familienname: string; vornamen: string };

type Borne = { familienname?: string | undefined; vornamen?: string | undefined };

/** "Kim Muster", as letters say it. */
export const fullName = ({ vornamen, familienname }: Borne): string => [vornamen, familienname].filter(Boolean).join(' ');

/** "Muster, Kim", as lists show it. */
export const listedName = ({ vornamen, familienname }: Borne): string => [familienname, vornamen].filter(Boolean).join(', ');

/** "nur ein Name": the passport has no second one, and none is invented. */
export const hasOneName = ({ vornamen, familienname }: Borne): boolean => !vornamen !== !familienname;

/** An alias is typed as "Familienname, Vornamen", or as a whole. */
const readAlias = (typed: string): PersonName => {
  const [familienname = '', ...rest] = typed.split(',').map((part) => part.trim());
  return { kind: 'alias', familienname, vornamen: rest.filter(Boolean).join(' ') };
};

/** Every name these details tell. Names borne before a correction are kept apart. */
export const namesOf = (details: Applicant): PersonName[] => {
  const { familienname = '', vornamen = '', geburtsname, aliasnamen = [] } = details;
  return [
    { kind: 'aktuell' as const, familienname, vornamen },
    ...(geburtsname ? [{ kind: 'geburtsname' as const, familienname: geburtsname, vornamen }] : []),
    ...aliasnamen.map(readAlias),
  ].filter((name) => name.familienname || name.vornamen);
};
