import type { View } from './list-views.ts';
import type { StudioScene } from './studio-scene.ts';

const byOwner = (name: string, path: string, ready: string): View => ({ name, by: 'pv', path: `/studio${path}`, ready });

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
  byOwner('studio-drift', '/abgleich', '.drift-state'),
  byOwner('studio-new-process', '/neu', '.new-process'),
  {
    ...byOwner('studio-new-drawing', '/neu?id=verpflichtungserklaerung&bereich=SG3', '.new-process'),
    after: async (page) => {
      await page.locator('.start-choice input').last().check();
      await page.locator('.drop').waitFor();
    },
  },
];
