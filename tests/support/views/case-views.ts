import type { Page } from 'playwright-core';
import type { CaseScene } from './case-scene.ts';
import type { View } from './list-views.ts';

const ofCase = (name: string, by: string, caseId: string, ready: string): View => ({ name, by, path: `/vorgaenge/${caseId}`, ready });
const applicants = (name: string, caseId: string): View => ({
  name,
  by: 'antragsteller',
  path: `/mein/vorgang/${caseId}`,
  ready: '.stepper',
});

/** The server's answer as it is with a step that stands still: no test has to break the engine to see it. */
const withIncident = async (page: Page): Promise<void> => {
  await page.route('**/api/incidents', (route) =>
    route.fulfill({
      json: {
        items: [
          {
            incidentKey: '2251799813685249',
            process: 'azr-meldung',
            processName: 'Meldung an das Register',
            elementId: 'serviceTask_Melden',
            step: 'Entscheidung melden',
            errorType: 'JOB_NO_RETRIES',
            message: 'AZR: 503',
            at: '2026-11-22T10:00:00.000Z',
          },
        ],
      },
    }),
  );
};

/** The same of commands that do not succeed: one given up, one still tried. */
const withFailedCommands = async (page: Page): Promise<void> => {
  const at = '2026-11-22T10:00:00.000Z';
  const command = { id: '7', caseId: null, attempts: 25, maxAttempts: 25, runAt: at, createdAt: at, givenUp: true };
  const lastError = 'Die Engine kennt die Aufgabe nicht mehr, und ihr Protokoll sagt nicht warum.';
  await page.route('**/api/operations/commands', (route) =>
    route.fulfill({
      json: {
        engine: { ok: true, reason: '' },
        items: [
          { ...command, name: 'publish-message', lastError, droppable: true },
          { ...command, id: '8', name: 'complete-task', attempts: 4, givenUp: false, lastError, droppable: false },
        ],
      },
    }),
  );
};

/** The same of a trail somebody has changed. */
const withBrokenTrail = async (page: Page): Promise<void> => {
  const at = '2026-11-22T01:00:00.000Z';
  await page.route('**/api/operations/audit', (route) =>
    route.fulfill({
      json: { guarded: false, signedAt: at, checkedAt: at, entries: 12_345, fault: 'Kette SG4: Eintrag 20 wurde verändert.' },
    }),
  );
};

/** What a case's file holds besides its steps, other authorities, knowledge, notes at the map, incidents. */
export const caseViews = (scene: CaseScene): View[] => [
  ofCase('case-asked', 'sb-sg1', scene.askedCaseId, '.bjs-powered-by'),
  {
    ...ofCase('case-upload', 'sb-sg1', scene.askedCaseId, '.bjs-powered-by'),
    after: async (page) => {
      await page.getByText(/^(Unterlage hinzufügen|Add a paper)/).click();
      await page.locator('.upload__fields').waitFor();
    },
  },
  {
    ...ofCase('case-likely', 'sb-sg4', scene.likelyCaseId, '.likely-person'),
    after: async (page) => {
      await page.locator('.likely-person summary').click();
      await page.locator('.likely-person textarea').waitFor();
    },
  },
  {
    ...ofCase('case-compare', 'svc', scene.likelyCaseId, '.likely-person'),
    after: async (page) => {
      await page.locator('.likely-person summary').click();
      await page.locator('.person-compare').waitFor();
    },
  },
  {
    ...ofCase('case-correct', 'sb-sg4', scene.likelyCaseId, '.bjs-powered-by'),
    after: async (page) => {
      await page.getByText(/^(Angaben zur Person berichtigen|Correct)/).click();
      await page.locator('#person-familienname').waitFor();
    },
  },
  ofCase('case-fee', 'sb-sg1', scene.feeCaseId, '.bjs-powered-by'),
  {
    ...ofCase('case-payment', 'svc', scene.feeCaseId, '.fee-sum button'),
    after: async (page) => {
      await page.locator('.fee-sum button').click();
      await page.getByLabel(/^(Betrag in Euro|Amount in euros)/).waitFor();
    },
  },
  {
    ...ofCase('case-delivery', 'sb-sg1', scene.refusedCaseId, '.delivery--missing button'),
    after: async (page) => {
      await page.locator('.delivery--missing button').click();
      await page.locator('.delivery .inline-form').waitFor();
    },
  },
  { name: 'task-knowledge', by: 'sb-sg1', path: `/aufgaben/${scene.notedTaskId}`, ready: '.knowledge-entry' },
  { name: 'knowledge', by: 'wm', path: '/wissen', ready: '.table--articles' },
  { name: 'article', by: 'rsb-sg1', path: `/wissen/${scene.articleId}`, ready: '.prose' },
  { name: 'article-waiting', by: 'wm', path: `/wissen/${scene.waitingId}`, ready: '.article-tools .field__hint' },
  { name: 'article-expired', by: 'sb-sg1', path: `/wissen/${scene.expiredId}`, ready: '.notice--warn' },
  { name: 'article-new', by: 'wm', path: '/wissen/neu', ready: '.editor' },
  { name: 'article-edit', by: 'wm', path: `/wissen/${scene.articleId}/bearbeiten`, ready: '.editor .prose' },
  { name: 'process-notes', by: 'pv', path: '/karte/ae-beschaeftigung?schritt=userTask_AntragPruefen', ready: '.step-note' },
  { name: 'authorities', by: 'pv', path: '/behoerden', ready: '.demo-modes select' },
  { name: 'incidents', by: 'ops', path: '/stoerungen', ready: 'main :is(.notice, table)' },
  { name: 'incidents-trail-broken', by: 'ops', path: '/stoerungen', ready: '.trail-state [role=alert]', prepare: withBrokenTrail },
  { name: 'incidents-one', by: 'ops', path: '/stoerungen', ready: 'main table', prepare: withIncident },
  { name: 'incidents-commands', by: 'ops', path: '/stoerungen', ready: 'main table', prepare: withFailedCommands },
  {
    name: 'incidents-drop',
    by: 'ops',
    path: '/stoerungen',
    ready: 'main table',
    prepare: withFailedCommands,
    after: async (page) => {
      await page.getByRole('button', { name: /^(Verwerfen|Drop):/ }).click();
      await page.locator('main form textarea').waitFor();
    },
  },
  applicants('applicant-asked', scene.askedCaseId),
  applicants('applicant-hearing', scene.hearingCaseId),
];
