import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import { findCaseByAktenzeichen, likelyNote, listPersonsOfAccount, noteLikely } from '../cases/index.ts';
import {
  type Applicant,
  agreesWholly,
  comparable,
  contradicts,
  findLikely,
  findPerson,
  findStanding,
  insertPerson,
  insertRelation,
  joinFamilies,
  lockLikeness,
  lockPersons,
  type PersonRow,
  personalPart,
  takeStatement,
} from '../persons/index.ts';
import { Invalid, NotFound } from '../platform/errors.ts';
import { compareNames } from '../search/index.ts';

export type TakeIn = {
  caseId: string;
  applicant: Applicant;
  hidden: boolean;
  /** Somebody who may see them said that it is this person. */
  personId?: string;
  /** The applicant's own words, from their own account. */
  byApplicant: boolean;
  /** Aktenzeichen of a relative's case. */
  relative?: string;
  by: string;
  at: Date;
};

/** Whose matter it is, and what the case's history has to say about that. */
export type TakenIn = {
  personId: string;
  /** Records that were there before and are certainly this person: nobody is written to a second time for what they have applied for. */
  known: string[];
  notes: { key: string; text: string }[];
  /** Writes what is left; the case goes with it in one turn. */
  writeRest: () => Promise<void>;
};

const nothingLeft = async (): Promise<void> => undefined;

/** The person is known and stays as they are. */
export const takeOver = (personId: string): TakenIn => ({ personId, known: [personId], notes: [], writeRest: nothingLeft });

const DIFFERS = 'Angaben weichen von dem ab, was über die Person bekannt ist: bitte entscheiden';
const findRelative = async (trx: Transaction, aktenzeichen: string, hidden: boolean): Promise<PersonRow> => {
  const related = await findCaseByAktenzeichen(trx, aktenzeichen);
  const person = related && (!related.hidden || hidden) ? await findPerson(trx, related.personId) : undefined;
  if (person) return person;
  throw new Invalid('Das Aktenzeichen der Angehörigen gibt es nicht.', [
    { field: 'facts.angehoerigerVon', message: 'kein Vorgang mit diesem Aktenzeichen' },
  ]);
};

const join = async (trx: Transaction, order: TakeIn, personId: string): Promise<TakenIn> => {
  const [person] = await lockPersons(trx, [personId]);
  if (!person || person.hidden !== order.hidden) throw new NotFound();
  const { applicant, by, at, caseId } = order;
  const differing = await takeStatement(trx, person, personalPart(applicant), { by, at, caseId, reason: 'Angabe in einem neuen Antrag' });
  return { personId, known: [personId], notes: differing.length > 0 ? [{ key: 'differs', text: DIFFERS }] : [], writeRest: nothingLeft };
};

/** The record of the account's own earlier matter, as long as nothing says that it is somebody else. */
const findOwn = async (trx: Transaction, { applicant, by, byApplicant, hidden }: TakeIn): Promise<string | undefined> => {
  if (!byApplicant || hidden) return undefined;
  const { familienname = '', vornamen = '', geburtsdatum } = applicant;
  const known = await listPersonsOfAccount(trx, by, geburtsdatum);
  const personId = known.find((each) => compareNames(each, { familienname, vornamen }) === 'same')?.personId;
  const person = personId && (await findPerson(trx, personId));
  return person && !contradicts(person.details, applicant) ? person.personId : undefined;
};

const makeNew = async (trx: Transaction, order: TakeIn): Promise<TakenIn> => {
  const { applicant, hidden, at } = order;
  const likely = await findLikely(trx, { ...comparable(applicant), hidden });
  // One family with somebody who is most likely the same, so that both matters come into the same hands and somebody compares.
  const familyId = likely.find((each) => each.likeness.strong)?.familyId;
  const personId = randomUUID();
  const write = (): Promise<void> => insertPerson(trx, { personId, details: personalPart(applicant), hidden, at, familyId });
  if (likely.length === 0) return { personId, known: [], notes: [], writeRest: write };
  const [, { fresh, tellOthers }] = await Promise.all([write(), noteLikely(trx, personId, likely, at)]);
  return {
    personId,
    known: order.byApplicant ? [] : likely.filter((each) => agreesWholly(each.details, applicant)).map((each) => each.personId),
    notes: fresh.length > 0 ? [{ key: 'known', text: likelyNote(fresh) }] : [],
    writeRest: tellOthers,
  };
};

/** They are one family from now on. */
const relate = async (trx: Transaction, { by, at }: TakeIn, personId: string, relative: PersonRow): Promise<void> => {
  const mine = await findPerson(trx, personId);
  if (!mine || personId === relative.personId) return;
  // An ordinary record never points to a hidden one.
  if (relative.hidden === mine.hidden)
    await insertRelation(trx, {
      personId,
      relativeId: relative.personId,
      relation: null,
      at,
      by,
      reason: 'Bei der Aufnahme angegeben',
    });
  await joinFamilies(trx, relative.familyId, mine.familyId);
};

const takeIn = async (trx: Transaction, order: TakeIn): Promise<TakenIn> => {
  const said = order.personId && (await findStanding(trx, order.personId))?.personId;
  if (order.personId && !said) throw new NotFound();
  const known = said ?? (await findOwn(trx, order));
  return known ? join(trx, order, known) : makeNew(trx, order);
};

/**
 * Finds or makes the person of a new matter. Name and birthday never make two records one: without a person said by somebody there is a new
 * record, marked on both sides where it is likely one that exists. What is known of anybody is never written over. People of hidden cases are
 * apart, or an ordinary case would tell that there is a hidden one.
 */
export const takePersonIn = async (trx: Transaction, order: TakeIn): Promise<TakenIn> => {
  const relative = order.relative === undefined ? undefined : await findRelative(trx, order.relative, order.hidden);
  // Whoever waits for somebody of the same name reads after them: what is asked behind it comes out as if it had waited here.
  const alone = lockLikeness(trx, order.applicant);
  const [taken] = await Promise.all([takeIn(trx, order), alone]);
  if (!relative) return taken;
  await taken.writeRest();
  await relate(trx, order, taken.personId, relative);
  return { ...taken, writeRest: nothingLeft };
};
