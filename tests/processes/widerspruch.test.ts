import test from 'ava';
import {
  answerWait,
  closed,
  count,
  type Found,
  finish,
  ofRefusal,
  REFUSE,
  refused,
  released,
  returned,
  SIGN,
  taskOf,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { ablehnung, CONDITIONS, SIGN as SIGN_DULDUNG, upToDecision as upToDuldung } from '../support/duldung.ts';
import { anApplicant, as, complete, historyOf, lettersOf, openCase, today } from '../support/office.ts';

const ADMISSIBLE = 'userTask_ZulaessigkeitPruefen';
const REMEDY = 'userTask_AbhilfePruefen';
const CARRY_OUT = 'userTask_WiderspruchsbescheidUmsetzen';

const admitted = (day: string, change: Record<string, unknown> = {}) => ({
  zulaessigkeit: 'STATTHAFT',
  eingangAm: day,
  form: 'SCHRIFT',
  fristgerechtEntscheidung: 'JA',
  eilantrag: 'NEIN',
  ...change,
});
const remedy = (abhilfe: 'VOLL' | 'TEIL' | 'NEIN') => ({
  abhilfe,
  abhilfeBegruendung: 'Die Gründe des Widerspruchs sind geprüft und gewürdigt.',
  ...(abhilfe === 'TEIL' ? { abhilfeUmfang: 'Die Ausreisefrist wird verlängert.' } : {}),
  ...(abhilfe === 'VOLL' ? {} : { spielraumWiderspruch: 'Auch die Härten sind geprüft, sie tragen nicht.' }),
});
const carriedOut = (day: string, behoerdeErgebnis: string) => ({
  behoerdeErgebnis,
  widerspruchsbescheidVom: day,
  umsetzungVermerk: 'Die Entscheidung ist vermerkt.',
  ...(behoerdeErgebnis === 'ZURUECKGEWIESEN' ? {} : { neueEntscheidung: 'JA' }),
});

/** A refusal that has gone out, and an objection of the same person against it that waits for its specialist. */
const objection = async (): Promise<{ caseId: string; refusal: { caseId: string; aktenzeichen: string } }> => {
  const applicant = anApplicant();
  const refusal = await ofRefusal({ applicant });
  await finish(refusal.caseId, REFUSE, refused(), 'rsb-sg1');
  await finish(refusal.caseId, SIGN, released, 'rsb-sg1-2');
  await whenSeen(refusal.caseId, 'closed', closed);
  const { caseId } = await openCase('WIDERSPRUCH', {
    applicant,
    facts: { entscheidendesSg: 'SG1', angegriffenesAktenzeichen: refusal.aktenzeichen },
  });
  return { caseId, refusal };
};
const claim = async (by: string, taskId: string): Promise<number> => (await as(by).post(`/api/tasks/${taskId}/claim`)).status;
const refusalSays = async (caseId: string): Promise<string | undefined> =>
  historyOf(await whenSeen(caseId, 'the result', (found) => found.history.some((line) => line.text.startsWith('Widerspruch AB-')))).find(
    (text) => text.startsWith('Widerspruch AB-'),
  );

test('remedied fully: decided and signed by people who had no part in the refusal, and the person gets a new decision', async (t) => {
  const { caseId, refusal } = await objection();
  const day = (await today()).toString();
  t.is(await claim('rsb-sg1', await taskOf(caseId, ADMISSIBLE)), 403, 'the author of the refusal');
  await finish(caseId, ADMISSIBLE, admitted(day), 'rsb-sg1-2');
  const task = await taskOf(caseId, REMEDY);
  for (const by of ['rsb-sg1', 'rsb-sg1-2']) t.is(await claim(by, task), 403, `${by} wrote or signed the refusal`);
  await finish(caseId, REMEDY, remedy('VOLL'), 'sgl-sg1');
  await finish(caseId, SIGN, returned, 'rsb-sg1');
  await finish(caseId, REMEDY, remedy('VOLL'), 'sgl-sg1');
  t.is(await claim('sgl-sg1', await taskOf(caseId, SIGN)), 403);
  await finish(caseId, SIGN, released, 'rsb-sg1');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(found.outcome, 'ABGEHOLFEN');
  t.deepEqual(lettersOf(found), ['widerspruch-eingang', 'bescheid-ein']);
  t.regex((await refusalSays(refusal.caseId)) ?? '', /abgeholfen, der Bescheid ist aufgehoben/);
});

for (const { abhilfe, answer, outcome } of [
  { abhilfe: 'NEIN', answer: 'ZURUECKGEWIESEN', outcome: 'BESTAETIGT' },
  { abhilfe: 'NEIN', answer: 'STATTGEGEBEN', outcome: 'AUFGEHOBEN' },
  { abhilfe: 'TEIL', answer: 'TEILWEISE', outcome: 'GEAENDERT' },
] as const) {
  test(`remedied ${abhilfe}: it goes to the Regierungspräsidium, which says ${answer}`, async (t) => {
    const { caseId, refusal } = await objection();
    const day = (await today()).toString();
    await finish(caseId, ADMISSIBLE, admitted(day), 'rsb-sg1-2');
    await finish(caseId, REMEDY, remedy(abhilfe), 'sgl-sg1');
    await answerWait(caseId, 'rp', answer);
    await finish(caseId, CARRY_OUT, carriedOut(day, answer), 'rsb-sg1');
    const found = await whenSeen(caseId, 'closed', closed);
    t.is(found.outcome, outcome);
    t.deepEqual(lettersOf(found), ['widerspruch-eingang', 'widerspruch-abgabe']);
    t.is(
      count(
        historyOf(found).map((text) => text.startsWith('Anfrage an das Regierungspräsidium')),
        true,
      ),
      1,
    );
    t.truthy(await refusalSays(refusal.caseId));
  });
}

test('against the refusal of a Duldung there is no objection: the letter names the right way (§ 83 (2) AufenthG)', async (t) => {
  const applicant = anApplicant();
  const duldung = await upToDuldung({ applicant });
  await complete(duldung.caseId, CONDITIONS, ablehnung);
  await complete(duldung.caseId, SIGN_DULDUNG, released, 'rsb-sg4');
  await whenSeen(duldung.caseId, 'closed', closed, 'sb-sg4');
  const { caseId } = await openCase('WIDERSPRUCH', { applicant, facts: { schutzstatus: 'DULDUNG' } });
  const task = await taskOf(caseId, ADMISSIBLE, 'rsb-sg4');
  t.regex(
    JSON.stringify((await as('rsb-sg4').get(`/api/tasks/${task}`)).body),
    /Ein Widerspruch gegen die Ablehnung einer Duldung ist nicht möglich/,
  );
  await finish(
    caseId,
    ADMISSIBLE,
    {
      zulaessigkeit: 'UNSTATTHAFT',
      unstatthaftGrund: 'Ausgeschlossen nach § 83 Abs. 2 AufenthG.',
      eingangAm: (await today()).toString(),
      form: 'SCHRIFT',
      eilantrag: 'NEIN',
    },
    'rsb-sg4',
    'rsb-sg4',
  );
  const found = await whenSeen(caseId, 'closed', closed, 'rsb-sg4');
  t.is(found.outcome, 'UNSTATTHAFT');
  t.deepEqual(lettersOf(found), ['widerspruch-eingang', 'widerspruch-unstatthaft']);
  const { letterId } = found.letters.at(-1);
  t.regex(JSON.stringify((await as('rsb-sg4').get(`/api/cases/${caseId}/letters/${letterId}`)).body), /Verwaltungsgericht/);
});

test('taken back while the Regierungspräsidium has it: the case ends, the refusal stands', async (t) => {
  const { caseId, refusal } = await objection();
  await finish(caseId, ADMISSIBLE, admitted((await today()).toString()), 'rsb-sg1-2');
  await finish(caseId, REMEDY, remedy('NEIN'), 'sgl-sg1');
  await waitOf(caseId, 'rp');
  t.is((await as('rsb-sg1').post(`/api/cases/${caseId}/withdraw`)).status, 202);
  const found = await whenSeen(caseId, 'withdrawn', (body: Found) => body.status === 'zurueckgenommen' && body.waits.length === 0);
  t.is(found.outcome, 'ZURUECKGENOMMEN');
  t.is((await whenSeen(refusal.caseId, 'as it was', closed)).outcome, 'ABGELEHNT');
});
