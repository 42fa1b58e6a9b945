import test from 'ava';
import { drawNumber } from '../../../services/letters/draw-sample.ts';
import { showDraft } from '../../../services/letters/show-draft.ts';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import versenden from '../../../services/letters/workers/bescheid-versenden.ts';
import ziehen from '../../../services/letters/workers/stichprobe-ziehen.ts';
import { aCase, checked, openOffice, runWorker, taskDone } from './office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const refusal = { gruende: 'Der Lebensunterhalt ist nicht gesichert.', zielstaat: 'Musterland', beantragteNorm: '18b' };
const granted = { gueltigBis: '2028-06-08', beantragteNorm: '18b', arbeitgeberName: 'Probe GmbH', taetigkeit: 'Bäcker' };
const rule = (pruefung: string, anteil: number) => ({ pruefung, anteil, norm: 'D8' });
const setFact = (caseId: string, facts: Record<string, unknown>) =>
  db('cases')
    .where('case_id', caseId)
    .update({ facts: db.raw('facts || ?::jsonb', [JSON.stringify(facts)]) });

const draft = async (caseId: string, bescheidTyp = 'VERS', more: Record<string, unknown> = {}) => {
  await taskDone(deps, caseId, 'userTask_VersagungEntscheiden', 'rsb-sg4-2');
  return runWorker(erstellen, deps, { caseId, bescheidTyp, ...more });
};

test('a draft comes with all inputs of the table, none of them null, and leaves its author out', async (t) => {
  const { caseId } = await aCase(deps, { facts: refusal });
  const out = await draft(caseId, 'VERS', { ausgeschlossen: ['sb-sg1'] });
  t.like(out, {
    bescheidTyp: 'VERS',
    ermessen: false,
    bearbeiterErfahrungMonate: 999,
    autorLetzteStichprobe: '',
    titelArt: '',
    anliegen: 'DULDUNG',
    rueckgaben: 0,
  });
  t.deepEqual(out.ausgeschlossen, ['sb-sg1', 'rsb-sg4-2']);
});

test('always, never, and by the draw; the draw can be checked later and does not change', async (t) => {
  const { caseId } = await aCase(deps, { facts: granted });
  for (const [pruefung, anteil, expected] of [
    ['PFLICHT', 0, true],
    ['KEINE', 1, false],
    ['STICHPROBE', 1, true],
    ['STICHPROBE', 0, false],
  ] as const) {
    await draft(caseId, 'ERT');
    t.deepEqual(
      await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule(pruefung, anteil) }),
      { zweitpruefung: expected },
      pruefung,
    );
  }
  await draft(caseId, 'ERT');
  const { zweitpruefung } = await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule('STICHPROBE', 0.2) });
  const { value: secret } = await db('office_secrets').where('name', 'stichprobe').first();
  const draw = drawNumber(secret, caseId, '2026-06');
  t.is(zweitpruefung, draw < 20);
  const last = await db('bescheide').where('case_id', caseId).orderBy('draft_number', 'desc').first();
  t.deepEqual(last.second_check, { pruefung: 'STICHPROBE', anteil: 0.2, norm: 'D8', month: '2026-06', draw, drawn: draw < 20 });
  // The same job once more: what was drawn counts, whatever the table would say now.
  t.deepEqual(await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule('PFLICHT', 0) }), { zweitpruefung });
});

test('a permit goes out alone, one that was drawn only when somebody else has released it', async (t) => {
  const { caseId } = await aCase(deps, { facts: granted });
  const alone = await draft(caseId, 'ERT');
  await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule('KEINE', 0) });
  t.like(await runWorker(versenden, deps, { caseId, bescheidId: alone.bescheidId }), { bescheidErgebnis: 'VERSANDT' });
  const drawn = await draft(caseId, 'ERT');
  await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule('STICHPROBE', 1) });
  await t.throwsAsync(runWorker(versenden, deps, { caseId, bescheidId: drawn.bescheidId }), { message: /gezogen/ });
  await checked(deps, caseId, 'rsb-sg4');
  t.like(await runWorker(versenden, deps, { caseId, bescheidId: drawn.bescheidId }), { bescheidErgebnis: 'VERSANDT' });
  t.like(
    await db('bescheide')
      .where('bescheid_id', drawn.bescheidId as string)
      .first(),
    { signed_by: 'rsb-sg4' },
  );
});

test('a refusal never goes out without a second person, whatever table and draw say', async (t) => {
  for (const [typ, facts] of [
    ['VERS', refusal],
    ['DUL', { begruendung: 'Nein.' }],
    ['NEB', { nebenbestimmung: 'Wohnsitz in Musterstadt.', begruendung: 'Weil.' }],
    ['EIN', { angegriffenerBescheidVom: '2026-05-04', eingangAm: '2026-05-20', abhilfeBegruendung: 'Neue Belege.' }],
  ] as const) {
    for (const [signer, refused] of [
      [undefined, /nicht gezeichnet/],
      ['rsb-sg4-2', /zweite Person/],
      ['rsb-sg4', undefined],
    ] as const) {
      const { caseId } = await aCase(deps, { facts });
      const { bescheidId } = await draft(caseId, typ);
      await runWorker(ziehen, deps, { caseId, vierAugenErgebnis: rule('KEINE', 0) });
      if (signer) await checked(deps, caseId, signer);
      const sent = runWorker(versenden, deps, { caseId, bescheidId });
      await (refused ? t.throwsAsync(sent, { message: refused }, typ) : t.notThrowsAsync(sent, typ));
    }
  }
});

test('returned: the next draft counts it and shows what has changed since; a release of the old one releases nothing', async (t) => {
  const { caseId } = await aCase(deps, { facts: refusal });
  const now = async () => showDraft(db, { caseId, createdAt: new Date('2030-01-01'), variables: {} });
  await draft(caseId);
  t.like(await now(), { changes: null, returned: [] });
  await checked(deps, caseId, 'rsb-sg4', 'ZURUECKGEBEN');
  t.is((await now())?.returned.length, 1, 'whoever writes anew sees why');
  await setFact(caseId, { gruende: 'Der Lebensunterhalt ist nicht gesichert: Es fehlen 200 Euro im Monat.' });
  const second = await draft(caseId);
  t.is(second.rueckgaben, 1);
  const shown = await now();
  t.is(shown?.returned.length, 1);
  const changes = (shown?.changes ?? []).filter((change) => change.kind !== 'same');
  t.is(changes.length, 1);
  t.like(changes[0], {
    kind: 'changed',
    after: { kind: 'absatz', text: 'Der Lebensunterhalt ist nicht gesichert: Es fehlen 200 Euro im Monat.' },
  });
  await t.throwsAsync(runWorker(versenden, deps, { caseId, bescheidId: second.bescheidId }), { message: /nicht gezeichnet/ });
  await checked(deps, caseId, 'rsb-sg4', 'ZURUECKGEBEN');
  const third = await draft(caseId);
  t.is(third.rueckgaben, 2);
  t.is((await now())?.changes?.filter((change) => change.kind !== 'same').length, 0);
});

test('returns of another type do not count', async (t) => {
  const { caseId } = await aCase(deps, { facts: { ...refusal, ...granted } });
  await draft(caseId, 'VERS');
  await checked(deps, caseId, 'rsb-sg4', 'ZURUECKGEBEN');
  t.is((await draft(caseId, 'ERT')).rueckgaben, 0);
});
