import type { de } from './lock-words.de.ts';

export const en = {
  locked: {
    title: 'The screen is locked',
    text: 'You have not been active for a while, or your session has ended. What you entered is still here.',
    signIn: 'Sign in and continue',
    newTab: 'Signing in opens in a new tab. Then you continue here.',
    check: 'I have signed in again',
    still: 'Nobody has signed in yet.',
    leave: 'Go to the start page without signing in',
  },
  signedIn: { title: 'You are signed in', text: 'You can close this tab and continue in the other one.', home: 'To the start page' },
} satisfies typeof de;
