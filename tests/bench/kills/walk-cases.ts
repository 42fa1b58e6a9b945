import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../db/connection.ts';
import { PATIENCE_MS } from '../../support/crash-ground.ts';
import { type Acked, completeTask, insist } from '../../support/crash-office.ts';
import { aDuldung, auflagen, ausgehaendigt, CHECK, CONDITIONS, GROUND, grund, HAND_OUT, papersComplete } from '../../support/duldung.ts';
import { as, type Opened, until } from '../../support/office.ts';
import { nextPerson } from '../population.ts';

const CLERK = 'sb-sg4';
const LOOK_MS = 250;
/** A case whose part is killed every few seconds goes on when the jobs of the dead are handed out again. */
const STEP_LIMIT_MS = 20 * 60_000;

type Wait = { caseId: string; elementId: string | undefined; settle: (taskId: string) => void };

/** One look at the database for all who wait: reading each case through the API would be most of the load. */
const createLookout = (db: Database, isOver: () => boolean) => {
  const waits = new Set<Wait>();
  const look = async (): Promise<void> => {
    const waiting = [...waits];
    if (waiting.length === 0) return;
    const caseIds = waiting.map(({ caseId }) => caseId);
    const tasks = (await db('tasks').whereIn('case_id', caseIds).where('status', 'offen').select('case_id', 'task_id', 'element_id')) as {
      case_id: string;
      task_id: string;
      element_id: string;
    }[];
    const closed = new Set((await db('cases').whereIn('case_id', caseIds).whereNotNull('closed_at').pluck('case_id')) as string[]);
    for (const wait of waiting) {
      const task = tasks.find((row) => row.case_id === wait.caseId && row.element_id === wait.elementId);
      const found = wait.elementId === undefined ? closed.has(wait.caseId) && 'closed' : task?.task_id;
      if (!found) continue;
      waits.delete(wait);
      wait.settle(found);
    }
  };
  const run = async (): Promise<void> => {
    while (!isOver()) {
      // The database itself may be what was killed.
      await look().catch(() => undefined);
      await pause(LOOK_MS);
    }
  };
  void run();
  const wait = (caseId: string, elementId: string | undefined): Promise<string> => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const timer = setTimeout(
      () => reject(new Error(`case ${caseId} waited ${STEP_LIMIT_MS / 60_000} minutes in vain for ${elementId ?? 'its end'}`)),
      STEP_LIMIT_MS,
    );
    const settle = (found: string): void => {
      clearTimeout(timer);
      resolve(found);
    };
    waits.add({ caseId, elementId, settle });
    return promise;
  };
  return {
    task: (caseId: string, elementId: string): Promise<string> => wait(caseId, elementId),
    closed: (caseId: string): Promise<string> => wait(caseId, undefined),
  };
};

const dayOfOffice = async (): Promise<Temporal.PlainDate> =>
  Temporal.PlainDate.from((await insist(() => as('svc').get('/api/me'))).body.today as string);

/** A try without an answer is not repeated, because nobody knows whether it counted: another person's matter is opened instead. */
const openOne = async (): Promise<Opened> =>
  until(
    'a case to be taken in',
    () => {
      const person = nextPerson();
      return aDuldung({ applicant: { ...person, email: `${person.familienname}@example.org`.toLowerCase() } }).catch(() => undefined);
    },
    PATIENCE_MS,
  );

/**
 * Clerks who walk whole cases, each the next when the last is closed, and note what they were told counts. They end their cases when no new ones are
 * to be begun.
 */
export const walkCases = (db: Database, acked: Acked, clerks: number) => {
  let closing = false;
  let ended = false;
  let closed = 0;
  const lookout = createLookout(db, () => ended);
  const walk = async (): Promise<void> => {
    const { caseId, aktenzeichen } = await openOne();
    acked.cases.push({ caseId, aktenzeichen });
    const today = await dayOfOffice();
    const steps: [string, Record<string, unknown>][] = [
      [CHECK, papersComplete],
      [GROUND, grund],
      [CONDITIONS, auflagen(today.add({ months: 3 }).toString())],
      [HAND_OUT, ausgehaendigt(today.toString())],
    ];
    for (const [elementId, input] of steps) {
      const taskId = await lookout.task(caseId, elementId);
      await completeTask(acked, { taskId, caseId, by: CLERK }, input);
    }
    await lookout.closed(caseId);
    closed += 1;
  };
  const work = async (): Promise<void> => {
    while (!closing) await walk();
  };
  const all = Promise.all(Array.from({ length: clerks }, work)).finally(() => {
    ended = true;
  });
  // It is awaited at the end, which may be long after one has failed.
  all.catch(() => undefined);
  return {
    closed: (): number => closed,
    /** Begins no case from now on. Resolves when the last is closed. */
    end: async (): Promise<void> => {
      closing = true;
      await all;
    },
  };
};
