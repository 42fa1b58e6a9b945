import test from 'ava';
import {
  answerWait,
  aPermit,
  CHECK,
  caseSeen,
  EXAMINE,
  finish,
  papersComplete,
  taskOf,
  waitOf,
  whenSeen,
  withoutAgency,
} from '../support/beschaeftigung.ts';
import { anApplicant, as, historyOf, until } from '../support/office.ts';

const RELEVANCE = 'userTask_RelevanzPruefen';
const CLARIFY = 'userTask_WeiterKlaeren';
const looked = (day: string, change: Record<string, unknown>) => ({
  ergebnisSicherheit: 'FREIGABE',
  eingangAm: day,
  relevanz: 'KEINE',
  strafverfahrenLaeuft: 'NEIN',
  relevanzVermerk: 'Die Mitteilung betrifft eine andere Person.',
  ...change,
});

const waiting = async () => {
  const applicant = anApplicant();
  const opened = await aPermit({ facts: withoutAgency, applicant });
  await finish(opened.caseId, CHECK, papersComplete);
  await waitOf(opened.caseId, 'beteiligung');
  return { ...opened, name: applicant.familienname };
};

/** What a clerk sees of a case, without what differs between any two: ids, moments, the person's name. */
const seen = async (caseId: string, aktenzeichen: string, name: string, by: string): Promise<string> => {
  const views = await Promise.all(
    [`/api/cases/${caseId}`, `/api/cases?query=${name}`, `/api/cases/${caseId}/diagram`].map((path) => as(by).get(path)),
  );
  return JSON.stringify(views)
    .replaceAll(caseId, 'CASE')
    .replaceAll(aktenzeichen, 'AKTENZEICHEN')
    .replaceAll(name, 'NAME')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
    .replaceAll(/"\d{16,19}"/g, '"KEY"')
    .replaceAll(/"team":"T1[ab]"/g, '"team":"T1"');
};
const hiddenCase = (name: string): Promise<string> =>
  until('the hidden case', async () => {
    const { body } = await as('sicherheit').get(`/api/cases?query=${name}`);
    return body.items.find((each: { aktenzeichen: string }) => each.aktenzeichen.startsWith('SI-'))?.caseId;
  });

test('nothing known: the case goes on, and says only that it took part', async (t) => {
  const { caseId } = await waiting();
  await answerWait(caseId, 'beteiligung', 'KEINE');
  await taskOf(caseId, EXAMINE);
  const found = await caseSeen(caseId);
  t.deepEqual(
    historyOf(found).filter((text) => /eteiligung|icherheit/.test(text)),
    ['Beteiligung läuft', 'Beteiligung abgeschlossen'],
  );
  await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
});

test('a finding opens a hidden case; the ordinary one looks like one nobody has answered, and goes on like any other when it is released', async (t) => {
  const [hit, silent, routine] = await Promise.all([waiting(), waiting(), waiting()]);
  await answerWait(hit.caseId, 'beteiligung', 'ERKENNTNISSE');
  const hidden = await hiddenCase(hit.name);
  const watched = (await as('sicherheit').get(`/api/cases/${hidden}/watched`)).body.watched;
  t.deepEqual([watched.caseId, watched.grounds, watched.releasedAt], [hit.caseId, ['ERKENNTNISSE'], null]);

  const view = ({ caseId, aktenzeichen, name }: typeof hit, by: string) => seen(caseId, aktenzeichen, name, by);
  /** The map shows a step when the engine's records have come; then the two are the same. */
  const alike = (one: typeof hit, other: typeof hit, by = 'sb-sg1') =>
    until(`the same view for ${by}`, async () => (await view(one, by)) === (await view(other, by)), 20_000);
  for (const by of ['sb-sg1', 'rsb-sg1', 'sgl-sg1', 'svc', 'al']) await alike(hit, silent, by);
  for (const by of ['sb-sg1', 'al', 'svc', 'ops', 'sb-sg4']) t.is((await as(by).get(`/api/cases/${hidden}`)).status, 404, by);

  const day = watchedDay();
  await finish(
    hidden,
    RELEVANCE,
    looked(day, { ergebnisSicherheit: 'WEITERE_KLAERUNG', klaerungZiel: 'Wer ist gemeint?' }),
    'sicherheit',
    'sicherheit',
  );
  await finish(
    hidden,
    CLARIFY,
    { befragung: 'NEIN', klaerungVermerk: 'Die Stelle hat die Verwechslung bestätigt.' },
    'sicherheit-2',
    'sicherheit',
  );
  await alike(hit, silent);
  await finish(hidden, RELEVANCE, looked(day, {}), 'sicherheit', 'sicherheit');
  await answerWait(routine.caseId, 'beteiligung', 'KEINE');
  await Promise.all([taskOf(hit.caseId, EXAMINE), taskOf(routine.caseId, EXAMINE)]);
  await alike(hit, routine);
  const closed = await whenSeen(hidden, 'closed', (found) => found.status === 'abgeschlossen', 'sicherheit');
  t.is(closed.outcome, 'FREIGEGEBEN');
  await Promise.all([hit, silent, routine].map(({ caseId }) => as('sb-sg1').post(`/api/cases/${caseId}/withdraw`)));
});

/** Any day will do for when the officers' paper came. */
function watchedDay(): string {
  return Temporal.Now.plainDateISO('Europe/Berlin').toString();
}
