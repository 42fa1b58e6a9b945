import type { de } from './words.de.ts';

export const en = {
  title: 'Until the process runs',
  model: 'The model is complete',
  modelOpen: (n: number) => (n === 1 ? '1 error is left to solve' : `${n} errors are left to solve`),
  modelDo: 'Edit the model',
  forms: 'Each user task has a form',
  formsOpen: (names: string) => `Without a form: ${names}`,
  routing: 'The routing table leads to it',
  routingOpen: 'No row of the routing table names this process: no case would ever get there.',
  routingDo: 'Add a row to the routing table',
  release: 'It is released',
  releaseOpen: 'At last, submit it for release.',
  done: 'done',
  open: 'open',
  complete: 'Add what the drawing lacks',
  completed: 'Added:',
} satisfies typeof de;
