import type { Transaction } from '../../db/connection.ts';
import { takeAnswer } from '../authorities/index.ts';
import { openCase, reassignCase, withdrawCase } from '../caselife/index.ts';
import { getCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { storeDocument } from '../documents/index.ts';
import { takePayment, viewFee } from '../fees/index.ts';
import { endOfDay, nextWorkingDay } from '../platform/calendar.ts';
import { type Clock, dateOf, dayOf, nowOf, officeZone } from '../platform/clock.ts';
import type { User } from '../platform/route.ts';
import { demoAccounts, findDemoAccount } from '../staff/index.ts';
import { claimTask, completeTask, handOverTask } from '../tasks/index.ts';
import type { PlannedCase, Step } from './office/plan.ts';
import { samplePaper } from './office/sample-paper.ts';
import { RELEASED_AT, type Situation } from './situation.ts';
import { findDates, moveDue, type OpenTask, setDue, setListed } from './store.ts';

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
  const wanted = dayOf(deadline).subtract({ days: age });
  const day = nextWorkingDay(Temporal.PlainDate.compare(wanted, earliest) < 0 ? earliest : wanted);
  await moveDue(trx, caseId, { from: deadline, to: dateOf(endOfDay(day)) });
};

type OnTask = Extract<Step, { do: 'complete' | 'claim' | 'hand over' | 'release' }>;
type Taking<Of> = { caseId: string; step: Of; now: Situation };

const workOnTask = async (trx: Transaction, deps: Deps, plan: PlannedCase, { caseId, step, now }: Taking<OnTask>): Promise<void> => {
  const here = { ...deps, db: trx };
  const elementId = step.do === 'release' ? RELEASED_AT : step.elementId;
  const task = now.task(elementId);
  if (!task) throw new Error(`${elementId} is not open in ${(await getCase(trx, caseId)).aktenzeichen}`);
  const user = 'by' in step && step.by ? userOf(step.by) : clerkFor(task, plan.key);
  if (step.do === 'hand over') await handOverTask(here, { taskId: task.taskId, user, to: step.to, reason: step.reason });
  else await claimTask(here, task.taskId, user);
  const values = step.do === 'complete' ? step.values : step.do === 'release' ? { zeichnung: 'FREIGEBEN' } : undefined;
  if (values) await completeTask(here, { taskId: task.taskId, user, input: withDates(values, deps.clock.today()) });
};

/** Does the step by the same use cases that people's clicks lead to, in the caller's transaction. */
export const takeStep = async (trx: Transaction, deps: Deps, plan: PlannedCase, taking: Taking<Step>): Promise<void> => {
  const { caseId, step, now } = taking;
  const here = { ...deps, db: trx };
  switch (step.do) {
    case 'paper': {
      const { vornamen, familienname } = plan.applicant;
      await storeDocument(here, { caseId, file: samplePaper(step.type, `${vornamen} ${familienname}`), by: step.by });
      return;
    }
    case 'withdraw':
      return void (await withdrawCase(here, { caseId, by: step.by }));
    case 'reassign':
      return void (await reassignCase(here, { caseId, by: step.by, anliegen: step.anliegen, reason: step.reason }));
    case 'overdue':
      return setDue(trx, caseId, dateOf(endOfDay(deps.clock.today().subtract({ days: step.days }))));
    case 'date back':
      return now.closed ? undefined : dateBack(trx, deps, { caseId, age: plan.age });
    case 'await wait':
    case 'await task':
      return;
    case 'answer': {
      const orderId = now.orderOf(step.wait);
      if (orderId) await takeAnswer(trx, deps, { orderId, answer: step.answer, at: nowOf(deps) });
      return;
    }
    case 'pay': {
      const owed = (await viewFee(trx, caseId))?.outstanding ?? 0;
      await takePayment(here, { caseId }, { amount: Math.round(owed * 100), method: 'KASSE', by: step.by });
      return;
    }
    case 'object':
      await openCase(here, { anliegen: 'WIDERSPRUCH', applicant: plan.applicant, facts: { entscheidendesSg: 'SG1' }, openedBy: step.by });
      return;
    case 'release':
      return now.task(RELEASED_AT) ? workOnTask(trx, deps, plan, { caseId, step, now }) : undefined;
    default:
      return workOnTask(trx, deps, plan, { caseId, step, now });
  }
};
