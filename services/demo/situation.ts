import type { Step } from './office/plan.ts';
import type { OpenTask, readOpen } from './store.ts';

/** Where a decision waits for a second pair of eyes. */
export const RELEASED_AT = 'userTask_BescheidZeichnen';

/** Where a case stands, as far as steps depend on it. */
export type Situation = {
  task(elementId?: string): OpenTask | undefined;
  /** Whether it waits for anything, or for one kind of thing. */
  waits(kind?: string): boolean;
  /** The question to an authority that went out in a wait of this kind and has no answer. */
  orderOf(kind: string): string | undefined;
  sent(letter: string): boolean;
  routed: boolean;
  closed: boolean;
};

export const situationOf = (caseId: string, open: Awaited<ReturnType<typeof readOpen>>): Situation => {
  const tasks = open.tasks.filter((task) => task.caseId === caseId);
  const waits = open.waits.filter((wait) => wait.caseId === caseId);
  return {
    task: (elementId) => tasks.find((task) => elementId === undefined || task.elementId === elementId),
    waits: (kind) => waits.some((wait) => kind === undefined || wait.kind === kind),
    orderOf: (kind) => waits.find((wait) => wait.kind === kind)?.orderId ?? undefined,
    sent: (letter) => open.letters.has(`${caseId}:${letter}`),
    routed: open.routed.has(caseId),
    closed: open.closed.has(caseId),
  };
};

/** Whether the case is where this step can be taken. */
export const isReady = (step: Step, now: Situation): boolean => {
  switch (step.do) {
    case 'complete':
    case 'claim':
    case 'hand over':
    case 'await task':
      return now.task(step.elementId) !== undefined;
    case 'overdue':
      return now.task() !== undefined;
    case 'date back':
      return now.closed || now.waits() || now.task() !== undefined;
    case 'await wait':
      return now.waits(step.kind ?? 'unterlagen');
    case 'answer':
      return now.orderOf(step.wait) !== undefined;
    case 'release':
      return now.task(RELEASED_AT) !== undefined || now.sent('bescheid-ert');
    case 'pay':
      // Who pays before the letter is out would get none.
      return now.waits('zahlung') && now.sent('gebuehr');
    case 'object':
      return now.closed && now.sent('bescheid-vers');
    case 'reassign':
    case 'withdraw':
      return now.routed;
    case 'paper':
      return true;
  }
};
