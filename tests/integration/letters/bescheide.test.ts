import test from 'ava';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import versenden from '../../../services/letters/workers/bescheid-versenden.ts';
import { aCase, checked, openOffice, outbox, runWorker, taskDone } from './office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const lettersOf = (caseId: string) => db('letters').where('case_id', caseId).select('*');
const duldung = { gueltigBis: '2026-09-08', erwerb: 'MIT_ERLAUBNIS', wohnsitzauflage: true, ausgehaendigtAm: '2026-06-05' };
const refusal = { begruendung: 'Sie haben einen gültigen Pass. Sie können damit reisen.' };

test('the cover letter of a Duldung needs no signature, was notified with the hand-out, and has no deadline', async (t) => {
  const { caseId } = await aCase(deps, { facts: duldung });
  const { bescheidId, zeichnungNoetig } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DULDUNG' });
  t.false(zeichnungNoetig);
  const sent = await runWorker(versenden, deps, { caseId, bescheidId });
  t.deepEqual(sent, { bescheidErgebnis: 'VERSANDT', bekanntgabeAm: '2026-06-05', rechtsbehelfBis: null });
  const [letter] = await lettersOf(caseId);
  t.like(letter, { type: 'duldung', channel: 'portal' });
  const text = JSON.stringify(letter.body);
  t.true(
    text.includes('kein Aufenthaltstitel') &&
      text.includes('bis Dienstag, 8. September 2026') &&
      text.includes('wenn wir es vorher erlauben'),
  );
});

test('a refusal is drafted by its author, signed by somebody else, goes by post, and can be sued against for a month', async (t) => {
  const { caseId } = await aCase(deps, { facts: refusal });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'sb-sg4');
  const { bescheidId, zeichnungNoetig } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' });
  t.true(zeichnungNoetig);
  t.like(
    await db('bescheide')
      .where('bescheid_id', bescheidId as string)
      .first(),
    { author: 'sb-sg4', signed_by: null },
  );
  await checked(deps, caseId, 'rsb-sg4');
  // T1 of the deadline rules: posted Monday 8 June, notified on the 12th; 12 July is a Sunday.
  t.deepEqual(await runWorker(versenden, deps, { caseId, bescheidId }), {
    bescheidErgebnis: 'VERSANDT',
    bekanntgabeAm: '2026-06-12',
    rechtsbehelfBis: '2026-07-13',
  });
  const [letter] = await lettersOf(caseId);
  t.is(letter.channel, 'post');
  t.true(
    JSON.stringify(letter.body).includes(
      'innerhalb eines Monats nach Bekanntgabe Klage bei dem Verwaltungsgericht Musterstadt erhoben werden.',
    ),
  );
  const bescheid = await db('bescheide')
    .where('bescheid_id', bescheidId as string)
    .first();
  t.like(bescheid, { signed_by: 'rsb-sg4', letter_id: letter.letter_id });
  t.deepEqual(letter.body, bescheid.draft.blocks);
});

test('a refusal nobody signed, or that its author signed, does not go out', async (t) => {
  const { caseId } = await aCase(deps, { facts: refusal });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'sb-sg4');
  const { bescheidId } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' });
  await t.throwsAsync(runWorker(versenden, deps, { caseId, bescheidId }), { message: /nicht gezeichnet/ });
  await checked(deps, caseId, 'sb-sg4');
  await t.throwsAsync(runWorker(versenden, deps, { caseId, bescheidId }), { message: /zweite Person/ });
  t.deepEqual(await lettersOf(caseId), []);
});

test('jobs delivered twice make one draft and one letter, with the dates of the first', async (t) => {
  const { caseId } = await aCase(deps, { facts: duldung });
  const first = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DULDUNG' }, 'job-1');
  t.deepEqual(await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DULDUNG' }, 'job-1'), first);
  const { bescheidId } = first;
  const [sent] = await Promise.all([1, 2].map(() => runWorker(versenden, deps, { caseId, bescheidId })));
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify({ ...duldung, ausgehaendigtAm: '2026-06-07' }) });
  t.deepEqual(await runWorker(versenden, deps, { caseId, bescheidId }), sent);
  const letters = await lettersOf(caseId);
  t.is(letters.length, 1);
  t.is((await outbox(db, 'send-mail-notice', letters[0].letter_id)).length, 1);
});

test('what is signed is what is sent, also when the facts change in between', async (t) => {
  const { caseId } = await aCase(deps, { facts: refusal });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'sb-sg4');
  const { bescheidId } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' });
  await checked(deps, caseId, 'rsb-sg4');
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify({ begruendung: 'Ganz anders.' }) });
  await runWorker(versenden, deps, { caseId, bescheidId });
  const text = JSON.stringify((await lettersOf(caseId))[0].body);
  t.true(text.includes('Sie haben einen gültigen Pass.') && !text.includes('Ganz anders.'));
});

test('a draft without its facts is refused with a sentence that says which', async (t) => {
  const { caseId } = await aCase(deps);
  await t.throwsAsync(runWorker(erstellen, deps, { caseId, bescheidTyp: 'DULDUNG' }), { message: /Das Enddatum der Duldung fehlt/ });
  await t.throwsAsync(runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' }), { message: /Die Begründung der Ablehnung fehlt/ });
});

test('a Bescheid of another case is not sent', async (t) => {
  const one = await aCase(deps, { facts: duldung });
  const other = await aCase(deps, { facts: duldung });
  const { bescheidId } = await runWorker(erstellen, deps, { caseId: one.caseId, bescheidTyp: 'DULDUNG' });
  await t.throwsAsync(runWorker(versenden, deps, { caseId: other.caseId, bescheidId }));
  t.deepEqual(await lettersOf(other.caseId), []);
});
