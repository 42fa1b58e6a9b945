import test from 'ava';
import {
  answerWait,
  aPermit,
  BIOMETRICS,
  CARD,
  CHECK,
  closed,
  count,
  DECIDE,
  EXAMINE,
  examined,
  finish,
  fromFeeToCard,
  granted,
  handOut,
  papersComplete,
  released,
  returned,
  SIGN,
  sendGrant,
  upToDecision,
  upToExamination,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { as, historyOf, lettersOf, today } from '../support/office.ts';

const done = (found: { tasks: { elementId: string; status: string }[] }): string[] =>
  found.tasks.filter((task) => task.status === 'erledigt' && task.elementId !== SIGN).map((task) => task.elementId);

test('a permit runs from intake to the card in the person’s hand; every letter and every order goes out once', async (t) => {
  const { caseId } = await aPermit({ by: 'antragsteller' });
  const day = await today();
  const gueltigBis = day.add({ years: 3 }).toString();
  await finish(caseId, CHECK, papersComplete);
  await Promise.all([answerWait(caseId, 'ba', 'ZUSTIMMUNG'), answerWait(caseId, 'beteiligung', 'KEINE')]);
  await finish(caseId, EXAMINE, examined());
  await finish(caseId, DECIDE, granted(gueltigBis));
  await sendGrant(caseId);
  await fromFeeToCard(caseId, day.toString());
  const found = await whenSeen(caseId, 'closed', (body) => closed(body) && done(body).length === 5);
  t.is(found.outcome, 'ERTEILT');
  t.deepEqual(done(found), [CHECK, EXAMINE, DECIDE, BIOMETRICS, CARD]);
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'bescheid-ert', 'gebuehr', 'eat-abholung']);
  t.is(found.facts.gueltigBis, gueltigBis);
  t.deepEqual(found.waits, []);
  t.deepEqual([found.fee.amount, found.fee.outstanding], [100, 0]);
  t.is(found.facts.fingerabdruecke, undefined, 'nothing is left of the finger prints (§ 61a AufenthV)');
  for (const line of [
    'Anfrage an die Bundesagentur für Arbeit gesendet',
    'Antwort der Bundesagentur für Arbeit: Zustimmung',
    'Beteiligung läuft',
    'Anfrage an die Bundesdruckerei gesendet',
    'Dem AZR gemeldet: erteilt',
  ])
    t.is(
      count(
        historyOf(found).map((text) => text.startsWith(line)),
        true,
      ),
      1,
      line,
    );
  const mine = (await as('antragsteller').get(`/api/cases/${caseId}`)).body;
  t.is(mine.status, 'abgeschlossen');
  t.notRegex(JSON.stringify(mine), /Beteiligung|beteiligung/, 'the portal does not speak of whom the office asks');
});

test('a renewal costs less than a first permit; who changes the employer gets the new note free of charge', async (t) => {
  const day = await today();
  const run = async (vorgangsart: string) => {
    const { caseId } = await upToExamination();
    await finish(caseId, EXAMINE, examined(vorgangsart));
    await finish(caseId, DECIDE, granted(day.add({ years: 2 }).toString()));
    await sendGrant(caseId);
    if (vorgangsart === 'ARBEITGEBERWECHSEL') await handOut(caseId, day.toString());
    else await fromFeeToCard(caseId, day.toString());
    return whenSeen(caseId, 'closed', closed);
  };
  const [renewal, change] = await Promise.all([run('VERLAENGERUNG'), run('ARBEITGEBERWECHSEL')]);
  t.deepEqual([renewal.outcome, renewal.fee.amount], ['ERTEILT', 93]);
  t.deepEqual([change.outcome, change.fee.amount], ['ERTEILT', 0]);
  t.false(lettersOf(change).includes('gebuehr'));
  t.true(historyOf(change).some((text) => text.startsWith('Es fällt keine Gebühr an')));
});

test('a permit by discretion goes through a second pair of eyes; returned, it comes back to the clerk with the reason', async (t) => {
  const { caseId } = await upToDecision();
  const gueltigBis = (await today()).add({ years: 1 }).toString();
  await finish(caseId, DECIDE, granted(gueltigBis, { ermessen: true }));
  await finish(caseId, SIGN, returned, 'rsb-sg1');
  await finish(caseId, DECIDE, granted(gueltigBis, { ermessen: true, nebenbestimmung: 'Beschäftigung nur als Konstrukteur gestattet.' }));
  await finish(caseId, SIGN, released, 'rsb-sg1');
  const found = await whenSeen(caseId, 'sent', (body) => lettersOf(body as never).includes('bescheid-ert'));
  t.is(count(lettersOf(found), 'bescheid-ert'), 1, 'the returned one never went out');
  const { letterId } = found.letters.find((letter: { type: string }) => letter.type === 'bescheid-ert');
  t.regex(JSON.stringify((await as('sb-sg1').get(`/api/cases/${caseId}/letters/${letterId}`)).body), /nur als Konstrukteur/);
  await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
});
