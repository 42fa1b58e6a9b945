import { asApplicant, type CaseRow, caseSummary, portalSummary } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { feeOf } from '../fees/index.ts';
import { findProcess } from '../models/index.ts';
import { rowHas } from '../office/index.ts';
import { listRelatives } from '../personfile/index.ts';
import { hasOneName, listMerged } from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { whyHere } from '../routing/index.ts';
import { type CaseLevel, caseLevel, mayCompare, mayTakePayment } from '../staff/index.ts';
import type { TaskRow } from '../tasks/index.ts';
import { failureToAct } from '../waits/index.ts';
import type { CaseTask, FullCase, OwnCase, StatusOnlyCase } from './answers.ts';
import { readFile, readOwn, readStanding } from './file-store.ts';
import { viewFacts } from './view-facts.ts';
import { viewWaits } from './view-waits.ts';

type CaseDeps = Pick<Deps, 'db' | 'clock' | 'releases' | 'trial' | 'log'>;

/** Names of the accounts a file speaks of; null for the applicant's own. */
const namePeople = (
  colleagues: readonly { account: string; name: string }[],
  accounts: (string | null)[],
  applicant: string,
): Record<string, string | null> => {
  const names = new Map(colleagues.map(({ account, name }) => [account, name]));
  const named = [...new Set(accounts)].flatMap((account) => {
    if (account === null) return [];
    if (names.has(account)) return [[account, names.get(account) ?? null] as const];
    return account === applicant ? [[account, null] as const] : [];
  });
  return Object.fromEntries(named);
};

const viewTask = (task: TaskRow): CaseTask => ({
  taskId: task.taskId,
  name: task.name,
  elementId: task.elementId,
  purpose: task.purpose,
  status: task.status,
  assignee: task.assignee,
  completedBy: task.completedBy,
  completedAt: task.completedAt?.toISOString() ?? null,
  ...(task.status === 'entfallen' && task.input ? { input: task.input } : {}),
});

const viewStanding = async (deps: CaseDeps, user: User, found: CaseRow): Promise<StatusOnlyCase> => {
  const { waits, fees, payments } = (await readStanding(deps.db, { caseId: found.caseId })).caseId;
  return {
    ...caseSummary(found),
    waits: await viewWaits(deps, waits),
    fee: feeOf(fees, payments),
    may: { takePayment: mayTakePayment(user, found) },
    ...(mayCompare(user, [found]) ? { personId: found.personId } : {}),
  };
};

/**
 * Names of staff and internal reasons are not for the portal: the applicant sees what was done, when, and what is waited for. That others are asked
 * about a person is not, either: the portal says that the application is being looked at.
 */
const viewOwn = async (deps: CaseDeps, found: CaseRow): Promise<OwnCase> => {
  const { waits, letters, documents, fees, payments } = (await readOwn(deps.db, { caseId: found.caseId })).caseId;
  const own = waits
    .filter((wait) => !rowHas('fristen', wait.kind, 'sicherheit'))
    .map(({ warteId, kind, until }) => ({ warteId, kind, until: until.toISOString() }));
  return { ...portalSummary(found), waits: own, letters, documents, fee: feeOf(fees, payments) };
};

const viewFull = async (deps: CaseDeps, user: User, found: CaseRow): Promise<FullCase> => {
  const { db, releases } = deps;
  const { caseId, personId } = found;
  const [file, process, factSheet, routing] = await Promise.all([
    readFile(db, { caseId, personId }),
    found.process ? findProcess(releases, found.process, found.release ?? undefined) : undefined,
    viewFacts(deps, found),
    whyHere(deps, caseId, found.routing),
  ]);
  const { letters, documents } = file.caseId;
  const [first] = file.personId.person;
  const person = first && asApplicant(first, found);
  const tasks = file.caseId.tasks.map(viewTask);
  const history = file.caseId.history.map((line) => ({ ...line, at: line.at.toISOString() }));
  return {
    ...caseSummary(found),
    role: found.role,
    clerk: found.clerk,
    personId,
    applicant: person?.details ?? null,
    nurEinName: person ? hasOneName(person.details) : false,
    facts: found.facts,
    processName: process?.read.name ?? null,
    factSheet,
    fiktion: found.fiktion,
    routing,
    renewalOf: found.renewalOf,
    people: namePeople(
      file.caseId.colleagues,
      [found.clerk, ...history.map((line) => line.by), ...tasks.flatMap((task) => [task.assignee, task.completedBy])],
      found.createdBy,
    ),
    waits: await viewWaits(deps, file.caseId.waits),
    failureToAct: failureToAct(
      found,
      letters.some(({ bekanntgabeAm }) => bekanntgabeAm !== null),
      deps.clock.today(),
    ),
    tasks,
    history,
    documents,
    letters,
    fee: feeOf(file.caseId.fees, file.caseId.payments),
    may: { takePayment: mayTakePayment(user, found) },
    relatives: file.personId.relations.length > 0 ? await listRelatives(db, user, await listMerged(db, personId)) : [],
    otherCases: file.personId.cases
      .filter((other) => other.caseId !== caseId && caseLevel(user, other) !== 'none')
      .map((other) => {
        const { caseId, aktenzeichen, anliegen, status, outcome, section } = caseSummary(other);
        return { caseId, aktenzeichen, anliegen, status, outcome, section };
      }),
    representation: file.caseId.representation[0]?.representation ?? null,
    reminders: file.caseId.reminders,
    legalValues: file.caseId.legalValues,
  };
};

/** The whole file for those who work on it; where it stands for those who only give information; the portal's part for the applicant. */
export const viewCase = (deps: CaseDeps, user: User, found: CaseRow, level: CaseLevel): Promise<FullCase | StatusOnlyCase | OwnCase> => {
  if (level === 'status') return viewStanding(deps, user, found);
  return level === 'portal' ? viewOwn(deps, found) : viewFull(deps, user, found);
};
