import { caseSummary, findSeenPerson, type SeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import {
  type Applicant,
  CONTACT,
  findStanding,
  hasOneName,
  isSameValue,
  listChanges,
  listedName,
  listLikely,
  listMerges,
  listNames,
  openDifferences,
  PERSONAL,
  type PersonalField,
} from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { type CaseFacts, listStaff, mayCompare, mayCorrect } from '../staff/index.ts';
import type { LikelyPerson, PersonFile, SideBySide } from './answers.ts';
import { listRelatives } from './list-relatives.ts';
import { maskDetails, maskValue, type Sight, sightOf } from './mask-details.ts';

const factsOf = (seen: SeenPerson): CaseFacts[] => seen.cases.map((each) => each.found);

/** Fields this user may correct. */
export const correctable = (user: User, seen: SeenPerson): readonly PersonalField[] => {
  const may = mayCorrect(user, factsOf(seen));
  if (may === 'all') return PERSONAL;
  // Whoever may not read an address does not write over it either.
  if (may === 'contact')
    return CONTACT.filter((field) => seen.person.details.auskunftssperre !== true || (field !== 'anschrift' && field !== 'einzugsdatum'));
  return [];
};

/** Two records side by side, for whoever may compare them. */
const sideBySide = (mine: { details: Applicant; sight: Sight }, other: { details: Applicant; sight: Sight }): SideBySide[] =>
  PERSONAL.flatMap((field) => {
    const [a, b] = [
      maskValue(field, mine.details[field], mine.details, mine.sight),
      maskValue(field, other.details[field], other.details, other.sight),
    ];
    if (a === undefined && b === undefined) return [];
    return [{ field, mine: a ?? null, other: b ?? null, same: isSameValue(field, mine.details[field], other.details[field]) }];
  });

/** Records that may be the same human being. Whoever may not see the other one learns that there is one, and why, and no more. */
const listLikelyOf = async (
  db: Deps['db'],
  user: User,
  seen: SeenPerson,
  { sight, nameOf }: { sight: Sight; nameOf: (account: string) => string },
): Promise<LikelyPerson[]> => {
  const shown = new Map<string, LikelyPerson>();
  for (const pair of await listLikely(db, seen.records)) {
    const other = await findStanding(db, seen.records.includes(pair.oneId) ? pair.otherId : pair.oneId);
    if (!other || other.hidden !== seen.person.hidden || seen.records.includes(other.personId)) continue;
    const theirs = await findSeenPerson(db, user, other.personId);
    const may = theirs !== undefined && mayCompare(user, factsOf(theirs)) && mayCompare(user, factsOf(seen));
    const { reasons, against, decision, decidedAt, decidedBy, reason, askedAt, askedBy, askedFor } = pair;
    // Of several records that are one by now, what somebody has decided counts.
    if (shown.has(other.personId) && decision === 'offen') continue;
    shown.set(other.personId, {
      personId: may ? other.personId : null,
      version: may ? other.version : null,
      name: may ? listedName(other.details) : null,
      reasons,
      against,
      decision,
      decidedAt: decidedAt?.toISOString() ?? null,
      decidedBy,
      reason,
      asked: askedAt ? { at: askedAt.toISOString(), by: nameOf(askedBy ?? ''), reason: askedFor ?? '' } : null,
      fields:
        may && theirs
          ? sideBySide(
              { details: seen.person.details, sight },
              { details: other.details, sight: sightOf(user, theirs.level, factsOf(theirs)) },
            )
          : [],
    });
  }
  return [...shown.values()];
};

/** All that is known of somebody, as far as this user may read it. */
export const viewPerson = async (deps: Pick<Deps, 'db'>, user: User, seen: SeenPerson): Promise<PersonFile> => {
  const { db } = deps;
  const { person, records, level, cases } = seen;
  const sight = sightOf(user, level, factsOf(seen));
  const may = correctable(user, seen);
  const base = {
    personId: person.personId,
    version: person.version,
    level,
    person: maskDetails(person.details, sight),
    cases: cases.map(({ found }) => {
      const { caseId, aktenzeichen, anliegen, status, outcome, section, createdAt, closedAt } = caseSummary(found);
      return { caseId, aktenzeichen, anliegen, status, outcome, section, createdAt, closedAt };
    }),
    may: { correct: [...may], compare: mayCompare(user, factsOf(seen)), relate: level === 'full' },
  };
  if (sight === 'none')
    return { ...base, names: [], nurEinName: false, likely: [], differences: [], changes: [], merges: [], relatives: [] };
  const readable = (field: PersonalField, value: unknown): unknown => maskValue(field, value, person.details, sight) ?? null;
  const isRead = (field: PersonalField, ...values: unknown[]): boolean => values.some((value) => readable(field, value) !== null);
  const [differences, changes, merges, staff] = await Promise.all([
    openDifferences(db, records),
    listChanges(db, records),
    listMerges(db, records),
    listStaff(db),
  ]);
  const nameOf = (account: string): string => staff.find((each) => each.account === account)?.name ?? account;
  const seenCases = new Map(cases.map(({ found }) => [found.caseId, found.aktenzeichen]));
  return {
    ...base,
    names: await listNames(db, person.personId),
    nurEinName: hasOneName(person.details),
    likely: await listLikelyOf(db, user, seen, { sight, nameOf }),
    differences: differences
      .filter(({ field, value }) => isRead(field, value))
      .map(({ differenceId, field, value, caseId, notedAt, notedBy }) => ({
        differenceId,
        field,
        value: readable(field, value),
        current: readable(field, person.details[field]),
        aktenzeichen: (caseId && seenCases.get(caseId)) || null,
        notedAt: notedAt.toISOString(),
        notedBy: nameOf(notedBy),
      })),
    changes: changes
      .filter((change) => isRead(change.field, change.old, change.new))
      .map((change) => ({
        at: change.at.toISOString(),
        by: nameOf(change.by),
        reason: change.reason,
        field: change.field,
        old: readable(change.field, change.old),
        new: readable(change.field, change.new),
      })),
    merges: merges.map(({ mergeId, at, by, reason, undoneAt, undoneBy, undoneReason, before }) => ({
      mergeId,
      at: at.toISOString(),
      by: nameOf(by),
      reason,
      name: listedName(before.merged.details),
      undoneAt: undoneAt?.toISOString() ?? null,
      undoneBy: undoneBy && nameOf(undoneBy),
      undoneReason,
    })),
    relatives: level === 'full' ? await listRelatives(db, user, records) : [],
  };
};
