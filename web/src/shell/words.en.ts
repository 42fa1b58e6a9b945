import type { de } from './words.de.ts';

export const en = {
  product: 'Lotse',
  office: 'Immigration office Musterstadt',
  official: 'Official system of the city of Musterstadt',
  skip: 'Skip to content',
  navigation: 'Main navigation',
  menu: 'Menu',
  open: 'open',
  language: { label: 'Language', de: 'Deutsch', en: 'English' },
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'Account and settings',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint: 'In the task list: ? shows them all.',
  outage: 'The server does not answer right now. You can go on typing: your entries stay here and are saved as soon as it is back.',
  back: 'The server answers again.',
  broken: {
    title: 'This view could not be shown',
    text: 'Perhaps Lotse has just been updated. What you saved is safe. Please reload the page.',
    reload: 'Reload the page',
  },
  notFound: { title: 'There is nothing here', text: 'The address leads to no page, or you may not see it.', home: 'To the start page' },
  signInFirst: { title: 'Please sign in', text: 'Then you continue here.' },
} satisfies typeof de;
