import test from 'ava';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import versenden from '../../../services/letters/workers/bescheid-versenden.ts';
import abschliessen from '../../../services/objections/workers/widerspruch-abschliessen.ts';
import mitteilen from '../../../services/objections/workers/widerspruch-mitteilen.ts';
import vorbereiten from '../../../services/objections/workers/widerspruch-vorbereiten.ts';
import { aCase, checked, history, openOffice, runWorker, taskDone } from '../letters/office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const refusal = { gruende: 'Der Lebensunterhalt ist nicht gesichert.', zielstaat: 'Musterland', beantragteNorm: '18b' };

/** Posted on Monday 8 June: notified on the 12th, a month ends on Monday 13 July. */
const aRefusal = async (typ = 'VERS', facts: Record<string, unknown> = refusal) => {
  deps.stopAt('2026-06-08T08:00:00Z');
  const familienname = `Einspruch${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')}`;
  const decided = await aCase(deps, { facts, familienname });
  await taskDone(deps, decided.caseId, 'userTask_VersagungEntscheiden', 'rsb-sg4');
  const { bescheidId } = await runWorker(erstellen, deps, { caseId: decided.caseId, bescheidTyp: typ });
  await checked(deps, decided.caseId, 'rsb-sg4-2');
  await runWorker(versenden, deps, { caseId: decided.caseId, bescheidId });
  const objected = async (on: string, more: Record<string, unknown> = {}) => {
    deps.stopAt(`${on}T08:00:00Z`);
    const { caseId } = await aCase(deps, { anliegen: 'WIDERSPRUCH', familienname, facts: more });
    return caseId;
  };
  return { ...decided, bescheidId: bescheidId as string, objected };
};

const factsOf = async (caseId: string) => (await db('cases').where('case_id', caseId).first('facts')).facts as Record<string, unknown>;

test.serial('the person’s last refusal is found, with its period, and who made it is left out', async (t) => {
  const { objected } = await aRefusal();
  const caseId = await objected('2026-07-13');
  t.deepEqual(await runWorker(vorbereiten, deps, { caseId }), {
    bescheidGefunden: true,
    fristgerecht: true,
    statthaft: true,
    ausgeschlossen: ['rsb-sg4', 'rsb-sg4-2'],
    verfasst: ['rsb-sg4'],
    widerspruchGegen: 'VERS',
    widerspruchEingangAm: '2026-07-13',
    widerspruchFrist: '2026-07-13',
  });
  const facts = await factsOf(caseId);
  t.is(facts.angegriffenerBescheid, 'Ablehnung der Aufenthaltserlaubnis vom 8. Juni 2026');
  t.regex(String(facts.aufschiebendeWirkung), /keine aufschiebende Wirkung \(§ 84 Abs. 1 AufenthG\)/);
});

test.serial('a day too late is too late; what a clerk enters as its day of receipt counts', async (t) => {
  const { objected } = await aRefusal();
  t.like(await runWorker(vorbereiten, deps, { caseId: await objected('2026-07-14') }), { fristgerecht: false });
  t.like(await runWorker(vorbereiten, deps, { caseId: await objected('2026-07-14', { eingangAm: '2026-07-13' }) }), { fristgerecht: true });
});

test.serial('without an instruction there is a year', async (t) => {
  const { caseId, objected } = await aRefusal();
  await db('letters').where('case_id', caseId).update({ belehrt: false, rechtsbehelf_bis: '2027-06-14' });
  const objection = await objected('2027-06-14');
  t.like(await runWorker(vorbereiten, deps, { caseId: objection }), { fristgerecht: true, widerspruchFrist: '2027-06-14' });
  t.regex(String((await factsOf(objection)).widerspruchFristText), /bis 14\. Juni 2027 kommen \(ein Jahr/);
});

test.serial('a decision that is not notified yet cannot be objected to too late', async (t) => {
  const { objected } = await aRefusal('VERS', { ...refusal, zustellung: 'PZU' });
  t.like(await runWorker(vorbereiten, deps, { caseId: await objected('2026-12-01') }), { fristgerecht: true, widerspruchFrist: '' });
});

test.serial('against the refusal of a Duldung there is none', async (t) => {
  const { objected } = await aRefusal('DUL', { begruendung: 'Sie haben einen Pass.' });
  const caseId = await objected('2026-06-20');
  t.like(await runWorker(vorbereiten, deps, { caseId }), { statthaft: false, widerspruchGegen: 'DUL' });
  t.regex(String((await factsOf(caseId)).aufschiebendeWirkung), /§ 83 Abs. 2 AufenthG/);
  t.deepEqual(await runWorker(abschliessen, deps, { caseId, abhilfe: null, behoerdeErgebnis: null }), { ergebnis: 'UNSTATTHAFT' });
});

test.serial('the Aktenzeichen somebody names goes first, but not into another person’s file', async (t) => {
  const first = await aRefusal();
  const other = await aRefusal();
  t.like(
    await runWorker(vorbereiten, deps, { caseId: await first.objected('2026-06-20', { angegriffenesAktenzeichen: first.aktenzeichen }) }),
    {
      widerspruchGegen: 'VERS',
    },
  );
  const foreign = await first.objected('2026-06-20', { angegriffenesAktenzeichen: other.aktenzeichen });
  await runWorker(vorbereiten, deps, { caseId: foreign });
  t.is((await db('objections').where('case_id', foreign).first()).bescheid_id, first.bescheidId);
});

test.serial('nothing decided: nothing found, and nobody is left out', async (t) => {
  const { caseId } = await aCase(deps, { anliegen: 'WIDERSPRUCH' });
  t.like(await runWorker(vorbereiten, deps, { caseId }), {
    bescheidGefunden: false,
    statthaft: false,
    ausgeschlossen: [],
    verfasst: [],
    widerspruchGegen: '',
  });
});

for (const [abhilfe, behoerdeErgebnis, ergebnis, effect] of [
  ['VOLL', null, 'ABGEHOLFEN', 'AUFGEHOBEN'],
  ['NEIN', 'ZURUECKGEWIESEN', 'BESTAETIGT', 'BESTAETIGT'],
  ['TEIL', 'TEILWEISE', 'GEAENDERT', 'GEAENDERT'],
  ['NEIN', 'STATTGEGEBEN', 'AUFGEHOBEN', 'AUFGEHOBEN'],
] as const)
  test.serial(`${abhilfe} and ${behoerdeErgebnis ?? 'nothing'}: the attacked decision learns of it`, async (t) => {
    const { caseId, bescheidId, objected } = await aRefusal();
    const objection = await objected('2026-06-20');
    await runWorker(vorbereiten, deps, { caseId: objection });
    for (let round = 0; round < 2; round += 1)
      t.deepEqual(await runWorker(abschliessen, deps, { caseId: objection, abhilfe, behoerdeErgebnis }), { ergebnis });
    t.like(await db('bescheide').where('bescheid_id', bescheidId).first(), { remedy_outcome: effect, remedy_case_id: objection });
    t.is((await history(db, caseId)).filter((line) => line.startsWith('Widerspruch')).length, 1);
  });

test.serial('the person hears of it, once each', async (t) => {
  const { objected } = await aRefusal();
  const caseId = await objected('2026-06-20');
  await runWorker(vorbereiten, deps, { caseId });
  for (const mitteilung of ['EINGANG', 'EINGANG', 'ABGABE', 'UNSTATTHAFT']) await runWorker(mitteilen, deps, { caseId, mitteilung });
  const letters = await db('letters').where('case_id', caseId).orderBy('type').select('type', 'body');
  t.deepEqual(
    letters.map((letter) => letter.type),
    ['widerspruch-abgabe', 'widerspruch-eingang', 'widerspruch-unstatthaft'],
  );
  t.true(letters.every((letter) => JSON.stringify(letter.body).includes('20. Juni 2026')));
});
