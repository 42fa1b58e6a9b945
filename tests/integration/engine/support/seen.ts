import type { Job } from '../../../../services/engine/define-worker.ts';

/** What the workers and commands of the fixtures have been given, and what they are told to do, by the case of the test. */
export const seen: { worker: string; job: Job<unknown> }[] = [];
export const ran: { command: string; caseId: string; commandId: string; attempt: number }[] = [];
export const behaviour = new Map<string, (attempt: number) => unknown>();

export const seenBy = (worker: string, caseId: string): Job<Record<string, unknown>>[] =>
  seen
    .filter((each) => each.worker === worker && (each.job.variables as { caseId?: string }).caseId === caseId)
    .map((each) => each.job as Job<Record<string, unknown>>);
