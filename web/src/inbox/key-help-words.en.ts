import type { de } from './key-help-words.de.ts';

export const en = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  off: 'Single keys are switched off at the moment. Switch them on at the top right under your name.',
  keys: [
    ['j / k', 'next / previous row'],
    ['Enter', 'open the task'],
    ['n', 'take and open the next task'],
    ['u', 'take or return the task of the row'],
    ['/', 'search cases'],
    ['?', 'this help'],
  ] as [string, string][],
} satisfies typeof de;
