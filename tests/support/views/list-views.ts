import type { Page } from 'playwright-core';
import { caseViews } from './case-views.ts';
import { editorViews } from './editor-views.ts';
import type { Scene } from './scene.ts';
import { studioViews } from './studio-views.ts';

export type Language = 'de' | 'en';
export const bothLanguages: readonly Language[] = ['de', 'en'];

/** One view: who looks at it, where it is, and when it has come to rest. */
export type View = {
  name: string;
  /** The account signed in; nobody without. */
  by?: string;
  path: string;
  /** Shown once the view has all it shows. */
  ready: string;
  /** Not ours in one of the two: the letter is German by law, the bundled sign-in is for trying out. */
  languages?: readonly Language[];
  /** Before the view is opened, e.g. to change what the server answers. */
  prepare?: (page: Page) => Promise<void>;
  /** A browser profile of its own: what happens here is heard in every tab of the profile. */
  apart?: string;
  /** After it has opened: a menu, a dialog, a lock. */
  after?: (page: Page) => Promise<void>;
};

const german: readonly Language[] = ['de'];
const clerk = 'sb-sg4';

/** The server's own answer, with a step that came to a halt: no test has to break the engine to see it. */
const withIncident = (caseId: string) => async (page: Page) => {
  await page.route(`**/api/cases/${caseId}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), status: 'stoerung' } });
  });
  await page.route(`**/api/cases/${caseId}/diagram`, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    for (const instance of body) {
      const halted = instance.elements.filter(
        (each: { state: string; type: string }) => each.state === 'active' && each.type === 'userTask',
      );
      for (const each of halted) each.state = 'incident';
      instance.incidents = halted.map(({ elementId }: { elementId: string }) => ({ elementId, message: 'Das Register antwortet nicht.' }));
    }
    await route.fulfill({ response: answer, json: body });
  });
};

/** As another tab of this browser says it when its person has been idle. */
const lock = async (page: Page): Promise<void> => {
  await page.evaluate(() => new BroadcastChannel('lotse-session').postMessage('locked'));
  await page.locator('.lock h1').waitFor();
};

const inbox = (name: string, search: string): View => ({
  name,
  by: clerk,
  path: `/aufgaben?${search}`,
  ready: '.inbox :is(table, .inbox__empty)',
});

const legalTask = (name: string, by: string, taskId: string, ready: string): View => ({ name, by, path: `/aufgaben/${taskId}`, ready });

export const listViews = ({
  caseId,
  aktenzeichen,
  taskId,
  colleaguesTaskId,
  applicantCaseId,
  letterId,
  legal,
  cases,
  editor,
  studio,
}: Scene): View[] => [
  ...caseViews(cases),
  ...editorViews(editor),
  ...studioViews(studio),
  { name: 'start', path: '/', ready: '.health' },
  { name: 'sign-in-first', path: '/aufgaben', ready: 'main a.button' },
  { name: 'sign-in', path: '/auth/login?returnTo=/aufgaben', ready: 'form button', languages: german },
  { name: 'signed-in', path: '/angemeldet', ready: 'main h1' },
  inbox('inbox-mine', 'view=mine'),
  inbox('inbox-group', 'view=group'),
  inbox('inbox-all', 'view=all'),
  inbox('inbox-overdue', 'view=all&only=overdue'),
  inbox('inbox-found', `view=all&query=${encodeURIComponent(aktenzeichen)}`),
  inbox('inbox-nothing-found', 'view=all&query=gibtesnicht'),
  {
    ...inbox('inbox-keys', 'view=all'),
    after: async (page) => {
      await page.locator('.inbox h1').waitFor();
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'task', by: clerk, path: `/aufgaben/${taskId}`, ready: '.form__fields' },
  {
    name: 'task-with-faults',
    by: clerk,
    path: `/aufgaben/${taskId}`,
    ready: '.form__fields',
    after: async (page) => {
      await page.locator('.task-footer .button--primary').click();
      await page.locator('.form [aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'task-of-colleague', by: clerk, path: `/aufgaben/${colleaguesTaskId}`, ready: '.form__fields' },
  { name: 'desk', by: 'rsb-sg1', path: '/fragen', ready: '.desk-item' },
  { name: 'desk-empty', by: 'rsb-sg3', path: '/fragen', ready: '.desk-group__none' },
  legalTask('task-question', 'rsb-sg1', legal.questionTaskId, '.question__text'),
  legalTask('task-answered', 'sb-sg1', legal.answeredTaskId, '.answer__text'),
  legalTask('task-second-check', 'rsb-sg1', legal.signTaskId, '.draft-change ins'),
  legalTask('task-statement', 'rsb-sg1', legal.weighTaskId, '.statements a'),
  legalTask('task-refusal-returned', 'rsb-sg1-2', legal.refuseTaskId, '.returns'),
  legalTask('task-decision', 'sb-sg1', legal.decideTaskId, '.form__fields'),
  { name: 'cases', by: clerk, path: '/vorgaenge', ready: '.table--cases' },
  { name: 'cases-masked', by: 'tel', path: '/vorgaenge', ready: '.table--cases' },
  { name: 'case', by: clerk, path: `/vorgaenge/${caseId}`, ready: '.bjs-powered-by' },
  { name: 'case-with-fault', by: clerk, path: `/vorgaenge/${caseId}`, ready: '.bjs-powered-by', prepare: withIncident(caseId) },
  { name: 'map', by: 'pv', path: '/karte', ready: '.map-shared' },
  { name: 'process', by: 'pv', path: '/karte/duldung', ready: '.bjs-powered-by' },
  { name: 'process-heat', by: 'pv', path: '/karte/duldung?ansicht=liegezeit&tage=365', ready: '.heat-legend' },
  { name: 'norms', by: 'rsb-sg1', path: '/normen?suche=18g%20Abs.%202', ready: '.norm-kind' },
  { name: 'norms-unknown', by: 'con', path: '/normen?suche=18x', ready: '.norm-none a' },
  { name: 'norms-letter', by: 'al', path: '/normen/briefe/duldung', ready: '.norm-letter' },
  { name: 'decision', by: 'pv', path: '/karte/entscheidungen/routing', ready: 'main table' },
  { name: 'audit', by: 'dsb', path: '/protokoll', ready: '.table--audit' },
  { name: 'audit-readers', by: 'dsb', path: `/protokoll?person=${aktenzeichen}&view=readers`, ready: '.table--audit' },
  {
    name: 'audit-own-days',
    by: 'dsb',
    path: '/protokoll?from=2026-01-02&to=2026-12-31&kind=change',
    ready: '.audit-days',
    after: async (page) => {
      await page.getByRole('searchbox').fill(aktenzeichen);
      await page.keyboard.press('Enter');
      await page.locator('.audit-found a').first().waitFor();
    },
  },
  { name: 'lock', by: clerk, apart: 'lock', path: `/aufgaben/${taskId}`, ready: '.form__fields', after: lock },
  { name: 'not-found', by: clerk, path: '/karte/gibt/es/nicht', ready: 'main h1' },
  { name: 'task-not-found', by: clerk, path: `/aufgaben/${crypto.randomUUID()}`, ready: 'main h1' },
  { name: 'applicant-home', by: 'antragsteller', path: '/mein', ready: 'main h1' },
  { name: 'applicant-what-i-need', by: 'antragsteller', path: '/mein/antrag', ready: 'main h1' },
  ...['person', 'adresse', 'papiere', 'unterlagen', 'absenden'].map((step) => ({
    name: `applicant-form-${step}`,
    by: 'antragsteller',
    path: `/mein/antrag/duldung/${step}`,
    ready: step === 'absenden' ? '.answers' : 'form.questions',
  })),
  {
    name: 'applicant-form-faults',
    by: 'antragsteller',
    path: '/mein/antrag/duldung/person',
    ready: 'main h1',
    after: async (page) => {
      await page.locator('#vornamen').fill('');
      await page.locator('form.questions button[type=submit]').last().click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'applicant-status', by: 'antragsteller', path: `/mein/vorgang/${applicantCaseId}`, ready: '.stepper' },
  { name: 'applicant-withdraw', by: 'antragsteller', path: `/mein/vorgang/${applicantCaseId}/zuruecknehmen`, ready: 'main form' },
  { name: 'applicant-letter', by: 'antragsteller', path: `/mein/briefe/${letterId}`, ready: '.letter' },
  { name: 'applicant-not-found', by: 'antragsteller', path: `/mein/vorgang/${crypto.randomUUID()}`, ready: 'main h1' },
  { name: 'letter-print', by: 'antragsteller', path: `/briefe/${letterId}/druck`, ready: '.sheet', languages: german },
];
