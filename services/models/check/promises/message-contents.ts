import type { Declared } from '../../../engine/define-worker.ts';
import { rowsOf } from '../../../office/index.ts';

const moved = { frist: 'date', erinnerungAm: 'date', erinnern: 'flag' } as const;

/** What authorities answer goes to the waiting process under the name that stands in their row, as one of the codes there. */
const answers = (): [string, Declared][] =>
  [
    ...Map.groupBy(
      rowsOf('behoerden').filter(({ nachricht }) => nachricht),
      ({ nachricht }) => nachricht?.name ?? '',
    ),
  ].map(([name, rows]) => [
    name,
    { [rows[0]?.nachricht?.variable ?? '']: rows.flatMap(({ antworten }) => antworten.map(({ code }) => code)) },
  ]);

/** Messages the services send, and what each carries. */
export const messageContents: ReadonlyMap<string, Declared> = new Map<string, Declared>([
  ['vorgang-eingegangen', { caseId: 'id' }],
  ['duldung-verlaengerung-vormerken', { caseId: 'id', wunschFrist: 'date' }],
  ['wiedervorlage-vormerken', { caseId: 'id', wunschFrist: 'date', vorlageRolle: 'code' }],
  ['unterlagen-nachgereicht', { caseId: 'id' }],
  ['antrag-zurueckgenommen', {}],
  ['neu-zuordnen', { neuesAnliegen: 'code', neuesSachgebiet: 'code' }],
  ['frist-geaendert', moved],
  ['zahlung', {}],
  ['stellungnahme', {}],
  ['unterlagen-eingegangen', {}],
  ['sicherheit-antwort', {}],
  ['verlaengerung-entfaellt', {}],
  ['wiedervorlage-entfaellt', {}],
  ...answers(),
]);
