import test from 'ava';
import { findRepresentation } from '../../../services/cases/index.ts';
import deletePrints from '../../../services/cases/workers/fingerabdruecke-loeschen.ts';
import represent from '../../../services/cases/workers/vertretung-eintragen.ts';
import assign from '../../../services/waits/workers/wiedervorlage-zuordnen.ts';
import { openOffice } from '../api/office.ts';
import { work } from '../authorities/work.ts';

const office = await openOffice();
const { deps, db, as } = office;
test.after.always(office.stop);

test.serial('a reminder starts its process once per day and note, several under keys of their own', async (t) => {
  const { caseId } = await office.aCase();
  const ask = (date: string, note: string) => as('sb-sg4').post(`/api/cases/${caseId}/reminders`, { date, note });
  const first = await ask('2026-07-01', 'Pass da?');
  const again = await ask('2026-07-01', 'Pass da?');
  const other = await ask('2026-07-01', 'Miete da?');
  t.deepEqual([first.status, again.status, other.status], [202, 202, 202]);
  t.is(first.body.reminderId, again.body.reminderId);
  const sent = await office.outbox('publish-message', 'wiedervorlage-vormerken');
  t.deepEqual(
    sent.map((each) => [each.correlationKey, each.messageId, each.variables]),
    [first, other].map(({ body }) => [body.reminderId, body.reminderId, { caseId, wunschFrist: '2026-07-01' }]),
  );
  t.is((await ask('2026-06-07', 'zu spät')).status, 400);
  t.is((await ask('2026-02-30', 'kein Tag')).status, 400);
  t.like(await work(deps, assign, { caseId }), { rolle: 'sb-sg4', sachgebiet: 'SG4' });
});

test.serial('a reminder that is no longer needed is dropped, by those who work on the case; other waits cannot be', async (t) => {
  const { caseId } = await office.aCase();
  const [warteId, papers] = [await office.aWait(caseId, { kind: 'wiedervorlage' }), await office.aWait(caseId)];
  const drop = (account: string, id: string) => as(account).send({ method: 'DELETE', url: `/api/cases/${caseId}/reminders/${id}` });
  for (const account of ['sb-sg1', 'svc', 'al', 'antragsteller']) t.is((await drop(account, warteId)).status, 404, account);
  t.is((await drop('sb-sg4', papers)).status, 404);
  for (let turn = 0; turn < 2; turn += 1) t.is((await drop('sb-sg4', warteId)).status, 202);
  const sent = await office.outbox('publish-message', warteId);
  t.deepEqual(
    sent.map((each) => [each.name, each.correlationKey]),
    [['wiedervorlage-entfaellt', warteId]],
  );
  await db('waits').where('warte_id', warteId).update({ ended_at: new Date() });
  t.is((await drop('sb-sg4', warteId)).status, 409);
});

test.serial('a power of attorney that holds is kept, one that does not is not', async (t) => {
  const { caseId } = await office.aCase();
  const say = (facts: Record<string, unknown>) =>
    db('cases')
      .where('case_id', caseId)
      .update({ facts: JSON.stringify(facts) });
  await say({ vollmachtErgebnis: 'GUELTIG', vertreterName: 'Kanzlei Probe', vertreterAnschrift: 'Ring 1', vertreterArt: 'ANWALT' });
  await work(deps, represent, { caseId });
  t.deepEqual(await findRepresentation(db, caseId), { name: 'Kanzlei Probe', address: 'Ring 1', kind: 'ANWALT', since: '2026-06-08' });
  await say({ vollmachtErgebnis: 'NICHT_GUELTIG', vertreterName: 'Kanzlei Probe' });
  await work(deps, represent, { caseId });
  t.is(await findRepresentation(db, caseId), undefined);
  await say({ vollmachtErgebnis: 'GUELTIG', vertreterName: ' ' });
  await t.throwsAsync(work(deps, represent, { caseId }), { message: /vertreterName/ });
});

test.serial('what was kept of fingerprints is gone after the card is handed out', async (t) => {
  const { caseId } = await office.aCase();
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify({ fingerabdruecke: '2', fingerabdruckQualitaet: 80, fotoCode: 'X' }) });
  for (let turn = 0; turn < 2; turn += 1) await work(deps, deletePrints, { caseId }, { key: 'once' });
  const { facts } = (await db('cases').where('case_id', caseId).first('facts')) as { facts: Record<string, unknown> };
  t.deepEqual(facts, { fotoCode: 'X' });
  t.is((await office.audited({ action: 'delete fingerprints', case_id: caseId })).length, 1);
});
