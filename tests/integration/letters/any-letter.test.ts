import { randomUUID } from 'node:crypto';
import test from 'ava';
import senden from '../../../services/letters/workers/brief-senden.ts';
import { aCase, openOffice, runWorker } from './office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const lettersOf = (caseId: string) => db('letters').where('case_id', caseId).orderBy('at').select('*');

test.serial('a job delivered twice sends one letter, by the way its head names', async (t) => {
  const { caseId } = await aCase(deps);
  const once = { elementInstanceKey: randomUUID() };
  await Promise.all([1, 2].map(() => runWorker(senden, deps, { caseId, briefArt: 'eat-abholung' }, 'one', once)));
  await runWorker(senden, deps, { caseId, briefArt: 'eat-abholung' }, 'two', once);
  const [letter, ...more] = await lettersOf(caseId);
  t.deepEqual(more, []);
  t.like(letter, { type: 'eat-abholung', channel: 'portal' });
});

test.serial('the step reached anew, a round later, sends it anew', async (t) => {
  const { caseId } = await aCase(deps);
  for (const elementInstanceKey of ['1', '2'])
    await runWorker(senden, deps, { caseId, briefArt: 'eat-abholung' }, 'k', { elementInstanceKey });
  t.is((await lettersOf(caseId)).length, 2);
});

test.serial(
  'values come from the mapping, else from the answers of the case; days, numbers and lists as a reader knows them',
  async (t) => {
    const { caseId } = await aCase(deps, { facts: { eingangAm: '2026-06-01', frist: '2026-06-29', fehlend: ['Ihr Pass', 'Ein Foto'] } });
    await runWorker(senden, deps, { caseId, briefArt: 'eingangsbestaetigung', werte: { eingangAm: '2026-06-08' } });
    await runWorker(senden, deps, { caseId, briefArt: 'gebuehr-erinnerung', werte: { betrag: 1234.5 } });
    const [first, second] = await lettersOf(caseId);
    t.regex(JSON.stringify(first.body), /Montag, 8\. Juni 2026/);
    t.regex(JSON.stringify(second.body), /1\.234,5/);
    t.regex(JSON.stringify(second.body), /Montag, 29\. Juni 2026/);
    await runWorker(senden, deps, { caseId, briefArt: 'erinnerung' });
    t.deepEqual((await lettersOf(caseId)).at(-1).body.find(({ kind }: { kind: string }) => kind === 'liste').items, [
      'Ihr Pass',
      'Ein Foto',
    ]);
  },
);

test.serial('a value that is missing, empty or no text is named, and nothing goes out', async (t) => {
  const { caseId } = await aCase(deps);
  for (const eingangAm of [undefined, null, '', true, {}])
    await t.throwsAsync(runWorker(senden, deps, { caseId, briefArt: 'eingangsbestaetigung', werte: { eingangAm } }), {
      message: 'Der Brief „eingangsbestaetigung“ braucht „eingangAm“; das ist weder zugeordnet noch gefragt worden.',
    });
  t.deepEqual(await lettersOf(caseId), []);
});

test.serial('neither a decision nor a letter that names a remedy is sent, nor one that does not exist', async (t) => {
  const { caseId } = await aCase(deps);
  for (const briefArt of ['bescheid-vers', 'bescheid-ert', 'duldung', 'gebuehr', 'widerspruch-unstatthaft', 'gibtesnicht'])
    await t.throwsAsync(runWorker(senden, deps, { caseId, briefArt }), { message: /"briefArt" must be one of/ }, briefArt);
  t.deepEqual(await lettersOf(caseId), []);
});

test.serial('of a hidden matter no letter goes out', async (t) => {
  const { caseId } = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  await t.throwsAsync(runWorker(senden, deps, { caseId, briefArt: 'eat-abholung' }), { message: /verdeckten Vorgang/ });
  t.deepEqual(await lettersOf(caseId), []);
});
