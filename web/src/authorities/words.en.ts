import type { de } from './words.de.ts';

export const en = {
  title: 'Authorities',
  lead: 'How long other authorities take, measured between question and answer.',
  simulation: 'All authorities are simulated. There is no line to a real one.',
  none: 'No figures yet. An authority appears here once it has had at least five questions.',
  caption: 'Answer times by authority, in days',
  columns: {
    name: 'Authority',
    open: 'Open',
    answered: 'Answered',
    median: 'Half answered after',
    p90: '9 out of 10 after',
    reminders: 'Reminders',
    deemed: 'Deemed given',
  },
  bar: 'Comparison',
  days: (n: string) => (n === '0' ? 'at once' : n === '1' ? '1 day' : `${n} days`),
  few: 'too few',
  small: 'Groups of fewer than five are not shown.',
  modes: {
    title: 'Behaviour in the demo',
    hint: 'Holds for questions asked now or later. At an open deadline of a case you can also give the answer at once.',
    label: (name: string) => `Behaviour: ${name}`,
    normal: 'answers as usual',
    fast: 'answers at once',
    silent: 'never answers',
    down: 'cannot be reached',
    always: (answer: string) => `always answers: ${answer}`,
    saved: (name: string, mode: string) => `${name} ${mode}.`,
  },
} satisfies typeof de;
