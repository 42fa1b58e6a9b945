import type { operations as de } from './operations.de.ts';

export const operations = {
  title: 'Incidents',
  lead: 'Steps that have come to a halt. What people entered is safe.',
  none: 'Nothing stands still.',
  caption: 'Open incidents, newest first',
  columns: { step: 'Step', why: 'What is wrong?', since: 'Since', action: 'Action' },
  in: (process: string) => `in “${process}”`,
  technical: 'Message of the engine',
  retry: 'Try again',
  retryNamed: (step: string) => `Try again: “${step}”`,
  retried: (step: string) => `“${step}” is being tried again. If that works, the row disappears.`,
  unknownStep: 'Step without a name',
  words: {
    JOB_NO_RETRIES: 'The step could not be carried out, even after several attempts.',
    IO_MAPPING_ERROR: 'The step lacks something it needs.',
    CONDITION_ERROR: 'The branch finds no way that fits.',
    EXTRACT_VALUE_ERROR: 'A value in the model cannot be formed.',
    CALLED_ELEMENT_ERROR: 'The process that is to begin here has not been released.',
    CALLED_DECISION_ERROR: 'The decision table that holds here has not been released.',
    DECISION_EVALUATION_ERROR: 'The decision table comes to no result.',
    FORM_NOT_FOUND: 'The form of this task has not been released.',
    UNHANDLED_ERROR_EVENT: 'The step reports something the model does not foresee.',
    MESSAGE_SIZE_EXCEEDED: 'There is too much data for the engine.',
  } as Record<string, string>,
  other: 'The step ran into an error.',
} satisfies typeof de;
