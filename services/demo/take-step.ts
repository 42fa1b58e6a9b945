import type { Transaction } from '../../db/connection.ts';
import { getCase, openCase, reassignCase, withdrawCase } from '../cases/index.ts';
import { storeDocument } from '../documents/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { endOfDay, nextWorkingDay } from '../platform/calendar.ts';
import { type Clock, dayOf, officeZone } from '../platform/clock.ts';
import type { User } from '../platform/route.ts';
import { demoAccounts, findDemoAccount } from '../staff/index.ts';
import { claimTask, completeTask, handOverTask } from '../tasks/index.ts';
import type { PlannedCase, Step } from './office/plan.ts';
import { samplePaper } from './office/sample-paper.ts';
import { findDates, type OpenTask, setDue, setListed } from './store.ts';

export type Situation = { task(elementId?: string): OpenTask | undefined; waiting: boolean; routed: boolean; closed: boolean };

const userOf = (account: string): User => {
  const found = findDemoAccount(account);
  if (!found) throw new Error(`there is no demo account ${account}`);
  return found;
};

/** Whoever may take the task, from its team if there is somebody; spread over colleagues by the case. */
const clerkFor = (task: OpenTask, key: string): User => {
  if (task.assignee) return userOf(task.assignee);
  const able = demoAccounts.filter((each) => each.groups.some((group) => task.candidateGroups.includes(group)));
  const near = able.filter((each) => task.team === null || each.teams.includes(task.team));
  const people = near.length > 0 ? near : able;
  const found = people[[...key].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % people.length];
  if (!found) throw new Error(`nobody may take ${task.elementId}`);
  return found;
};

/** `{ days: n }` stands for a day from today. */
const withDates = (values: Record<string, unknown>, today: Temporal.PlainDate): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value !== null && typeof value === 'object' && 'days' in value ? today.add({ days: Number(value.days) }).toString() : value,
    ]),
  );

/** The office's clock as it stood so many days ago, in the middle of a working morning; today it is now. */
const clockBefore = (clock: Clock, days: number): Clock => {
  if (days === 0) return clock;
  const today = clock.today().subtract({ days });
  const day = today.subtract({ days: Math.max(0, today.dayOfWeek - 5) });
  const at = day.toZonedDateTime({ timeZone: officeZone, plainTime: `09:${String((days * 7) % 60).padStart(2, '0')}` }).toInstant();
  return { now: () => at, today: () => dayOf(at) };
};

export const openPlanned = async (trx: Transaction, deps: Deps, plan: PlannedCase): Promise<string> => {
  const { anliegen, applicant, facts, openedBy, byApplicant } = plan;
  const past = { ...deps, db: trx, clock: clockBefore(deps.clock, plan.age) };
  return (await openCase(past, { anliegen, applicant, facts, openedBy, byApplicant })).caseId;
};

/** Whether the case is where this step can be taken. */
export const isReady = (step: Step, now: Situation): boolean => {
  switch (step.do) {
    case 'complete':
    case 'claim':
    case 'hand over':
      return now.task(step.elementId) !== undefined;
    case 'overdue':
      return now.task() !== undefined;
    case 'date back':
      return now.closed || now.waiting || now.task() !== undefined;
    case 'await wait':
      return now.waiting;
    case 'reassign':
    case 'withdraw':
      return now.routed;
    case 'paper':
      return true;
  }
};

/** Nothing in the demo office has been forgotten for longer than this, days. */
const LATEST = 6;
/** Before this time after its receipt nobody has looked at a case, ms. */
const LISTED_AFTER_MS = 20 * 60_000;

/** The engine counts from today; a case that came days ago is due that much earlier, and its task has been lying there. */
const dateBack = async (trx: Transaction, { clock }: Deps, { caseId, age }: { caseId: string; age: number }): Promise<void> => {
  const { receivedAt, deadline } = await findDates(trx, caseId);
  await setListed(trx, caseId, new Date(receivedAt.getTime() + LISTED_AFTER_MS));
  if (!deadline) return;
  const earliest = clock.today().subtract({ days: LATEST });
  const wanted = dayOf(Temporal.Instant.fromEpochMilliseconds(deadline.getTime())).subtract({ days: age });
  const day = nextWorkingDay(Temporal.PlainDate.compare(wanted, earliest) < 0 ? earliest : wanted);
  await setDue(trx, caseId, new Date(endOfDay(day).epochMilliseconds));
};

/** Does the step by the same use cases that people's clicks lead to, in the caller's transaction. */
export const takeStep = async (
  trx: Transaction,
  deps: Deps,
  plan: PlannedCase,
  { caseId, step, now }: { caseId: string; step: Step; now: Situation },
): Promise<void> => {
  const here = { ...deps, db: trx };
  if (step.do === 'paper') {
    const { vornamen, familienname } = plan.applicant;
    await storeDocument(here, { caseId, file: samplePaper(step.type, `${vornamen} ${familienname}`), by: step.by });
  } else if (step.do === 'withdraw') await withdrawCase(here, { caseId, by: step.by });
  else if (step.do === 'reassign') await reassignCase(here, { caseId, by: step.by, anliegen: step.anliegen, reason: step.reason });
  else if (step.do === 'overdue')
    await setDue(trx, caseId, new Date(endOfDay(deps.clock.today().subtract({ days: step.days })).epochMilliseconds));
  else if (step.do === 'date back') {
    if (!now.closed) await dateBack(trx, deps, { caseId, age: plan.age });
  } else if (step.do !== 'await wait') {
    const task = now.task(step.elementId);
    if (!task) throw new Error(`${step.elementId} is not open in ${(await getCase(trx, caseId)).aktenzeichen}`);
    const user = 'by' in step && step.by ? userOf(step.by) : clerkFor(task, plan.key);
    if (step.do === 'hand over') await handOverTask(here, { taskId: task.taskId, user, to: step.to, reason: step.reason });
    else await claimTask(here, task.taskId, user);
    if (step.do === 'complete') await completeTask(here, { taskId: task.taskId, user, input: withDates(step.values, deps.clock.today()) });
  }
};
