import type { Page } from 'playwright-core';
import type { View } from './list-views.ts';
import type { StudioScene } from './studio-scene.ts';

const byOwner = (name: string, path: string, ready: string): View => ({ name, by: 'pv', path: `/studio${path}`, ready });

/** The server's answer as it is when two releases touched what this clerk works by: no other test's list is pushed down by them. */
const withNews = async (page: Page): Promise<void> => {
  await page.route('**/api/release-notes', (route) =>
    route.fulfill({
      json: {
        items: [1, 2].map((count) => ({
          noteId: crypto.randomUUID(),
          releaseNo: count,
          at: '2026-11-22T10:00:00.000Z',
          title: 'Änderung an „Duldung“',
          text: 'Die Aufgabe ‚Duldungsgrund prüfen‘ heißt jetzt ‚Duldungsgrund feststellen‘.',
          processes: [{ id: 'duldung', name: 'Duldung' }],
          read: false,
        })),
      },
    }),
  );
};

/** From a change to its release, as its owner and whoever signs see it. */
export const studioViews = ({ draftId, waitingId, inForceId, releaseNo, newProcessId }: StudioScene): View[] => [
  byOwner('studio', '', '.table--changes'),
  { name: 'studio-signer', by: 'al', path: '/studio', ready: '.table--changes' },
  byOwner('studio-models', '/modelle', '.studio table'),
  byOwner('studio-draft', `/${draftId}`, '.finding'),
  byOwner('studio-new-process-change', `/${newProcessId}`, '.comparison__side:not([hidden]) .bjs-powered-by'),
  { name: 'studio-waiting', by: 'al', path: `/studio/${waitingId}`, ready: '.compare-row' },
  {
    name: 'studio-give-back',
    by: 'al',
    path: `/studio/${waitingId}`,
    ready: '.compare-row',
    after: async (page) => {
      await page.locator('.studio-part--release .button:not(.button--primary)').click();
      await page.locator('.studio-part--release textarea').waitFor();
    },
  },
  byOwner('studio-in-force', `/${inForceId}`, '.compare-form'),
  byOwner('studio-releases', '/freigaben', '.table--releases'),
  byOwner('studio-release', `/freigaben/${releaseNo}`, '.compare-form'),
  { name: 'inbox-news', by: 'sb-sg4', path: '/aufgaben?view=all', ready: '.note-strip', prepare: withNews },
  byOwner('studio-drift', '/abgleich', '.drift-state'),
  byOwner('studio-rules', '/regeln', '.rule-list li'),
  byOwner('studio-rule', '/regeln/wait-exits', '.comparison[aria-busy=false]'),
  byOwner('studio-new-process', '/neu', '.new-process'),
  {
    ...byOwner('studio-new-drawing', '/neu?id=verpflichtungserklaerung&bereich=SG3', '.new-process'),
    after: async (page) => {
      await page.locator('.start-choice input').last().check();
      await page.locator('.drop').waitFor();
    },
  },
];
