import { getSeenPerson, likelyNote, noteLikely, tellCasesOf } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import {
  type Applicant,
  type Changes,
  changePerson,
  comparable,
  findLikely,
  findPerson,
  fullName,
  impossibleDays,
  isBlank,
  listNames,
  lockPersons,
  type PersonalField,
  type PersonRow,
} from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Forbidden, Invalid, NotFound } from '../platform/errors.ts';
import { assertSeen } from '../platform/if-match.ts';
import type { User } from '../platform/route.ts';
import { nameField } from './field-names.ts';
import { tellCases } from './tell-cases.ts';
import { correctable } from './view-person.ts';

/** Locks the record as the user saw it: 409 where somebody else was faster. */
export const lockAsSeen = async (trx: Transaction, personId: string, version: number | undefined): Promise<PersonRow> => {
  const [person] = await lockPersons(trx, [personId]);
  if (!person || person.mergedInto) throw new NotFound();
  assertSeen(version, person, 'Die Angaben zur Person haben sich inzwischen geändert. Bitte sehen Sie nach und entscheiden Sie neu.');
  return person;
};

const isContacted = (details: Partial<Applicant>): boolean => !isBlank(details.email) || !isBlank(details.telefon);

const checkWhole = (before: Applicant, changes: Changes, today: string): void => {
  const after = { ...before, ...changes } as Applicant;
  const faults = [
    ...(fullName(after) ? [] : [{ field: 'changes.familienname', message: 'bitte wenigstens einen Namen lassen' }]),
    ...(isBlank(after.geburtsdatum) ? [{ field: 'changes.geburtsdatum', message: 'bitte angeben, Unbekanntes als 00' }] : []),
    ...(isContacted(before) && !isContacted(after) ? [{ field: 'changes.email', message: 'bitte E-Mail oder Telefon lassen' }] : []),
  ];
  const days = Object.fromEntries(Object.entries(after).filter(([, value]) => !isBlank(value))) as Partial<Applicant>;
  faults.push(...impossibleDays(days, today).map(({ field, message }) => ({ field: `changes.${field}`, message })));
  if (faults.length > 0) throw new Invalid('Bitte prüfen Sie die Angaben.', faults);
};

const WHO: readonly PersonalField[] = ['familienname', 'vornamen', 'geburtsname', 'aliasnamen', 'geburtsdatum', 'passNummer', 'azrNummer'];

/** A corrected name or number may show that somebody else is the same human being. */
const lookForLikely = async (trx: Transaction, personId: string, at: Date): Promise<void> => {
  const person = await findPerson(trx, personId);
  if (!person) return;
  const wanted = { ...comparable(person.details), names: await listNames(trx, personId), hidden: person.hidden, except: [personId] };
  const { fresh, tellOthers } = await noteLikely(trx, personId, await findLikely(trx, wanted), at);
  await tellOthers();
  const [first, ...more] = fresh;
  if (first) await tellCasesOf(trx, personId, { at, text: likelyNote([first, ...more]), lineKey: `likely:${first.personId}` });
};

/** The person and what of them this user may correct, which is something. */
export const getCorrectable = async (deps: Pick<Deps, 'db'>, user: User, personId: string) => {
  const seen = await getSeenPerson(deps, user, personId);
  const allowed = correctable(user, seen);
  if (allowed.length === 0) throw new Forbidden('Ihre Rolle ändert keine Angaben zur Person.');
  return { seen, allowed };
};

export type CorrectPerson = { personId: string; changes: Changes; reason: string; version?: number | undefined };

/** A person corrects what is known of a person, with a reason; what it was, is kept. Mails, letters and lists go by the new data at once. */
export const correctPerson = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, command: CorrectPerson): Promise<string> => {
  const { seen, allowed } = await getCorrectable(deps, user, command.personId);
  const { changes, reason } = command;
  const refused = (Object.keys(changes) as PersonalField[]).filter((field) => !allowed.includes(field));
  if (refused.length > 0)
    throw new Forbidden(`Ihre Rolle ändert hier nur die Erreichbarkeit, nicht: ${refused.map(nameField).join(', ')}.`);
  const at = nowOf(deps);
  await deps.db.transaction(async (trx) => {
    const person = await lockAsSeen(trx, seen.person.personId, command.version);
    checkWhole(person.details, changes, deps.clock.today().toString());
    const fields = await changePerson(trx, person, changes, { by: user.account, at, reason });
    if (fields.length === 0) return;
    if (fields.some((field) => WHO.includes(field))) await lookForLikely(trx, person.personId, at);
    const text = `Angaben zur Person berichtigt: ${fields.map(nameField).join(', ')}`;
    await tellCases(trx, [person.personId], { user, at, action: 'correct person', reason }, { text, payload: { fields } });
  });
  return seen.person.personId;
};
