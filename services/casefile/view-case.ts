import {
  type CaseRow,
  caseSummary,
  findApplicant,
  findRepresentation,
  listCasesOfPersons,
  listHistory,
  portalSummary,
} from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { listDocuments } from '../documents/index.ts';
import { viewFee } from '../fees/index.ts';
import { listUsedValues } from '../legal/index.ts';
import { listLetters } from '../letters/index.ts';
import { findProcess } from '../models/index.ts';
import { rowHas } from '../office/index.ts';
import { listRelatives } from '../personfile/index.ts';
import { hasOneName, listMerged } from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { whyHere } from '../routing/index.ts';
import { type CaseLevel, caseLevel, listStaff, mayCompare, mayTakePayment } from '../staff/index.ts';
import { listCaseTasks } from '../tasks/index.ts';
import { failureToAct, listReminders } from '../waits/index.ts';
import type { FullCase, OwnCase, StatusOnlyCase } from './answers.ts';
import { viewFacts } from './view-facts.ts';
import { viewWaits } from './view-waits.ts';

/** Names of the accounts a file speaks of; null for the applicant's own. Who has left the office is known by the account alone. */
const namePeople = async (db: Deps['db'], accounts: (string | null)[], applicant: string): Promise<Record<string, string | null>> => {
  const staff = new Map((await listStaff(db)).map((each) => [each.account, each.name]));
  const named = [...new Set(accounts)].flatMap((account) => {
    if (account === null) return [];
    if (staff.has(account)) return [[account, staff.get(account) ?? null] as const];
    return account === applicant ? [[account, null] as const] : [];
  });
  return Object.fromEntries(named);
};

/** The whole file for those who work on it; where it stands for those who only give information; the portal's part for the applicant. */
export const viewCase = async (
  deps: Pick<Deps, 'db' | 'clock' | 'releases' | 'trial' | 'log'>,
  user: User,
  found: CaseRow,
  level: CaseLevel,
): Promise<FullCase | StatusOnlyCase | OwnCase> => {
  const { db } = deps;
  const waits = await viewWaits(deps, found.caseId);
  const fee = await viewFee(db, found.caseId);
  const may = { takePayment: mayTakePayment(user, found) };
  if (level === 'status')
    return { ...caseSummary(found), waits, fee, may, ...(mayCompare(user, [found]) ? { personId: found.personId } : {}) };
  const [letters, documents] = await Promise.all([listLetters(db, found.caseId), listDocuments(db, found.caseId)]);
  const history = (await listHistory(db, found.caseId)).map((line) => ({ ...line, at: line.at.toISOString() }));
  if (level === 'portal') {
    // Names of staff and internal reasons are not for the portal: the applicant sees what was done, when, and what is waited for.
    // That others are asked about a person is not, either: the portal says that the application is being looked at.
    const own = waits
      .filter((wait) => !rowHas('fristen', wait.kind, 'sicherheit'))
      .map(({ warteId, kind, until }) => ({ warteId, kind, until }));
    return { ...portalSummary(found), waits: own, letters, documents, fee };
  }
  const person = await findApplicant(db, found);
  const tasks = (await listCaseTasks(db, found.caseId)).map((task) => ({
    taskId: task.taskId,
    name: task.name,
    elementId: task.elementId,
    purpose: task.purpose,
    status: task.status,
    assignee: task.assignee,
    completedBy: task.completedBy,
    completedAt: task.completedAt?.toISOString() ?? null,
    ...(task.status === 'entfallen' && task.input ? { input: task.input } : {}),
  }));
  return {
    ...caseSummary(found),
    role: found.role,
    clerk: found.clerk,
    personId: found.personId,
    applicant: person?.details ?? null,
    nurEinName: person ? hasOneName(person.details) : false,
    facts: found.facts,
    processName: found.process ? ((await findProcess(deps.releases, found.process, found.release ?? undefined))?.read.name ?? null) : null,
    factSheet: await viewFacts(deps, found),
    fiktion: found.fiktion,
    routing: await whyHere(deps, found.caseId, found.routing),
    renewalOf: found.renewalOf,
    people: await namePeople(
      db,
      [found.clerk, ...history.map((line) => line.by), ...tasks.flatMap((task) => [task.assignee, task.completedBy])],
      found.createdBy,
    ),
    waits,
    failureToAct: failureToAct(
      found,
      letters.some(({ bekanntgabeAm }) => bekanntgabeAm !== null),
      deps.clock.today(),
    ),
    tasks,
    history,
    documents,
    letters,
    fee,
    may,
    relatives: await listRelatives(db, user, await listMerged(db, found.personId)),
    otherCases: (await listCasesOfPersons(db, [found.personId]))
      .filter((other) => other.caseId !== found.caseId && caseLevel(user, other) !== 'none')
      .map((other) => {
        const { caseId, aktenzeichen, anliegen, status, outcome, section } = caseSummary(other);
        return { caseId, aktenzeichen, anliegen, status, outcome, section };
      }),
    representation: (await findRepresentation(db, found.caseId)) ?? null,
    reminders: await listReminders(db, found.caseId),
    legalValues: await listUsedValues(db, found.caseId),
  };
};
