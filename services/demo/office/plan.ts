import type { Applicant } from '../../persons/index.ts';

/** One thing that a person of the demo office does to a case, once the case is where it can be done. */
export type Step =
  | { do: 'paper'; type: string; by: string }
  /** Completes the open task of the element. Dates in the values are days from today: `{ days: 90 }`. */
  | { do: 'complete'; elementId: string; by?: string; values: Record<string, unknown> }
  /** Takes the task and leaves it open. */
  | { do: 'claim'; elementId: string; by?: string }
  | { do: 'hand over'; elementId: string; to: string; reason: string }
  /** Waits until the case waits for the applicant, or for what is said otherwise. */
  | { do: 'await wait'; kind?: string }
  /** Waits until the task is there. */
  | { do: 'await task'; elementId: string }
  /** The authority that is asked in this wait answers at once, and not when its time has come. */
  | { do: 'answer'; wait: string; answer: string }
  /** The decision goes out: now and then one is drawn for a second pair of eyes, which then passes it. */
  | { do: 'release'; by: string }
  /** Pays all that is owed. */
  | { do: 'pay'; by: string }
  /** The person objects to the refusal: another case of theirs. */
  | { do: 'object'; by: string }
  | { do: 'withdraw'; by: string }
  | { do: 'reassign'; by: string; anliegen: string; reason: string }
  /** Dates what is open by the day the case was received, as if it had been worked on since then. */
  | { do: 'date back' }
  /** Lets what is open have been due so many days ago. */
  | { do: 'overdue'; days: number };

export type PlannedCase = {
  /** Stays the same from start to start. */
  key: string;
  anliegen: string;
  applicant: Applicant;
  facts: Record<string, unknown>;
  openedBy: string;
  byApplicant: boolean;
  /** Received so many days ago. */
  age: number;
  steps: readonly Step[];
};
