import type { de } from './words.de.ts';

export const en = {
  welcome: {
    title: 'Try Lotse',
    lead: 'This is a made-up immigration office in the middle of a working day. Choose whose work you want to do. One click signs you in.',
    note: 'All people and cases are made up. Letters have no legal effect.',
    signedIn: (name: string) => `You are signed in as ${name}.`,
    goOn: 'Go on working',
    roles: 'Roles',
    signInAs: (name: string) => `Sign in as ${name}`,
    withoutTour: 'without the tour',
    withoutTourAs: (name: string) => `Sign in as ${name}, without the tour`,
    toTry: 'To try:',
    allAccounts: 'All accounts',
    allAccountsHint: 'There is a second person wherever four eyes are needed.',
    language: 'en',
  },
  cards: {
    clerk: {
      role: 'Case worker',
      does: 'Checks documents, asks for what is missing, decides on Duldungen.',
      try: 'Take a task and complete it',
    },
    legal: {
      role: 'Legal specialist',
      does: 'Answers questions of case workers, signs refusals as the second person and looks at objections.',
      try: 'Answer a question, check a refusal',
    },
    head: {
      role: 'Head of section 4',
      does: 'Distributes tasks, sees what is overdue, decides whose a case is.',
      try: 'Assign an overdue task',
    },
    owner: {
      role: 'Process owner',
      does: 'Keeps the processes in order and sees where cases pile up.',
      try: 'Follow a process and change it',
    },
    lead: {
      role: 'Head of the office',
      does: 'Releases changes to processes, rules and forms. Never their own.',
      try: 'Read a change and release it',
    },
    service: { role: 'Service desk', does: 'Takes in matters and documents and gives information.', try: 'Find a case, file a document' },
    phone: {
      role: 'Telephone',
      does: 'Tells people where their application stands and takes call-backs.',
      try: 'Say how things stand without seeing reasons',
    },
    security: { role: 'Security officer', does: 'Works on hidden cases that nobody else can see.', try: 'The same search, another result' },
    privacy: {
      role: 'Data protection',
      does: 'Sees who read what and when, and whether anybody has changed the audit trail. Opens no case.',
      try: '“Who has read Ms X’s file?”',
    },
    applicant: {
      role: 'Applicant',
      does: 'Applies, uploads documents, reads letters. Works without JavaScript.',
      try: '“Where is my application?”',
    },
  },
  menu: {
    title: 'Demo',
    today: (day: string) => `Today is ${day}.`,
    forward: 'Move time forward',
    hint: 'Deadlines pass, reminders go out, extensions begin. The clock only goes forward.',
    day: '+ 1 day',
    week: '+ 7 days',
    next: 'To the next deadline',
    nextAt: (day: string) => `To the next deadline (it is then ${day})`,
    none: 'No deadline is running',
    moving: 'Time is moving. One moment please …',
    moved: (day: string) => `It is now ${day}.`,
    busy: (day: string) => `It is now ${day}. Not everything has been processed yet.`,
    happened: ({ letters, waits, tasks }: { letters: number; waits: number; tasks: number }) =>
      letters + waits + tasks === 0
        ? 'Nothing happened meanwhile.'
        : `Meanwhile: ${[
            letters > 0 && (letters === 1 ? '1 letter sent' : `${letters} letters sent`),
            waits > 0 && (waits === 1 ? '1 wait over' : `${waits} waits over`),
            tasks > 0 && (tasks === 1 ? '1 new task' : `${tasks} new tasks`),
          ]
            .filter(Boolean)
            .join(', ')}.`,
    failed: 'Time could not be moved. Please try again.',
    tour: 'Start the tour',
    role: 'Choose another role',
  },
  tour: {
    label: 'Guided tour',
    step: (number: number, of: number) => `Tour ${number} of ${of}`,
    next: 'Next',
    back: 'Back',
    close: 'Close',
    done: 'Done',
    open: 'Go there',
    steps: {
      clerk: [
        {
          title: 'Your tasks',
          text: 'This is what your section has to do. What is overdue comes first. Pick “Unterlagen prüfen” (check documents).',
        },
        {
          title: 'A task',
          text: 'Open a task and take it. Beside the form is the file: person, deadlines, documents and why the case is with you.',
        },
        {
          title: 'Complete it',
          text: 'Fill in the form. If something is missing, Lotse says everything at once. Then the next step of this case follows.',
        },
        {
          title: 'The case',
          text: 'The case shows its way through the process: what was, where it is, what is still to come, with every letter and deadline.',
        },
        { title: 'Move time forward', text: 'At the top under “Demo” you can move time forward. Deadlines pass and reminders go out.' },
      ],
      legal: [
        {
          title: 'Questions for me',
          text: 'What others need from you lies here: questions with facts and a date, decisions to sign, objections. Never your own work.',
        },
        {
          title: 'Answer',
          text: 'Two permits of section 1 wait for you: a question on § 19c and a refusal. An answer can become an article for everybody.',
        },
        {
          title: 'Four eyes',
          text: 'Refusals only go out with your signature. What has changed since you last looked is marked.',
        },
        { title: 'Check', text: 'Read the reasons and the alternatives in the file. Whoever wrote the draft may not sign it.' },
        {
          title: 'Approve or return',
          text: 'With a reason the draft goes back to the case worker. Approved, the decision goes out with the right instruction on remedies.',
        },
      ],
      head: [
        { title: 'The whole section', text: 'You see all tasks of section 4, also those of your colleagues. What is overdue comes first.' },
        { title: 'Assign', text: 'Open a task that nobody has and give it to someone. The reason then stands in the history.' },
        { title: 'Not ours?', text: 'A task that is handed on for the third time comes to you. You decide whose it is.' },
      ],
      owner: [
        {
          title: 'The process map',
          text: 'All processes of the office by section, with live figures. Every figure is also there as a table.',
        },
        { title: 'One process', text: 'Open “Duldung”. The dots show where cases are right now. A click on a step explains it in words.' },
        { title: 'Decisions', text: 'The decision tables are here, too: which rule leads where, and why.' },
        {
          title: 'Changing',
          text: 'Every model has “Edit”. Lotse checks what you change, compares it with the version in force and lays it before a second person.',
        },
      ],
      lead: [
        { title: 'What waits for you', text: 'A change of the process owner waits to be released. Open it.' },
        {
          title: 'Read, then release',
          text: 'At the top stands what is missing; below it why, what changes and which open cases it would treat otherwise. New cases take the new version, running ones stay.',
        },
        {
          title: 'And back again',
          text: 'Under “Releases” every version stands with its reason and signatures. One click brings the former one back.',
        },
      ],
      service: [
        {
          title: 'At the counter',
          text: 'Search for a name or file number at the top. Of other sections you see only how things stand, no reasons.',
        },
        { title: 'Your tasks', text: 'What belongs to the service desk is on your list: provisional documents, cards, moves.' },
        { title: 'Move time forward', text: 'At the top under “Demo” you can move time forward and see what happens by itself.' },
      ],
      privacy: [
        {
          title: 'Every look is an entry',
          text: 'Here you see who read, changed or tried what in vain. What you read now will be in it in a moment.',
        },
        {
          title: 'Who has read?',
          text: 'Search for a person, open “Who has read?” and choose a month: that is the information under Art. 15 GDPR.',
        },
        {
          title: 'Unchanged?',
          text: 'Every entry is tied to the one before. At the top you see when the whole trail was last checked and signed.',
        },
      ],
      security: [
        { title: 'A circle of its own', text: 'Nobody but you sees these tasks: not the head of section, not operations.' },
        {
          title: 'No trace outside',
          text: 'Search for “SI-”. In another role the same search finds nothing, and no figure gives anything away.',
        },
      ],
    },
  },
} satisfies typeof de;
