import type { deTour } from './tour.de.ts';

export const enTour: typeof deTour = {
  label: 'Tour',
  step: (number, of) => `Tour ${number} of ${of}`,
  next: 'Next',
  back: 'Back',
  close: 'Close',
  done: 'Done',
  start: 'Tour',
  role: 'Other role',
  steps: [
    { title: 'Your inbox', text: 'Here you see what is going on and what we have written to you. What you still have to do is in bold.' },
    { title: 'What do I need?', text: 'Before the first question you read who can apply, which papers you need and how long it takes.' },
    {
      title: 'The application',
      text: 'Leave something out and go on. All mistakes are then listed at the top, and nothing is lost. It works without JavaScript, too.',
    },
    {
      title: 'Where is my application?',
      text: 'Open a matter. Three sentences say what is here, what we are waiting for and what comes next.',
    },
    {
      title: 'Your letters',
      text: 'Below are your letters, in plain German and ready to print. The exact legal wording folds out beneath.',
    },
  ],
};
