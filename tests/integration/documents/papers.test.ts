import { randomUUID } from 'node:crypto';
import test from 'ava';
import { checkFile } from '../../../services/documents/check-file.ts';
import { listDocuments } from '../../../services/documents/index.ts';
import newPapersRead from '../../../services/documents/projections/new-papers-read.ts';
import { storeDocument } from '../../../services/documents/store-document.ts';
import zuordnen from '../../../services/documents/workers/neue-unterlagen-zuordnen.ts';
import abgleichen from '../../../services/documents/workers/unterlagen-abgleichen.ts';
import type { EngineRecord, ProjectionContext } from '../../../services/engine/define-projection.ts';
import { aCase, aTask, aWait, history, openOffice, outbox, runWorker } from '../letters/office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const paper = (type: string, text: string = randomUUID()) =>
  checkFile({ filename: `${type}.pdf`, content: Buffer.from(`%PDF-${text}`) }, type);
const add = (caseId: string, type: string, text?: string) => storeDocument(deps, { caseId, file: paper(type, text), by: 'antragsteller' });
const messages = async (caseId: string, name: string) =>
  (await outbox(db, 'publish-message', caseId)).filter((message) => message.name === name);
const taskDoneRecord = async (caseId: string, at = '2026-06-08T09:00:00Z', elementId = 'userTask_NeueUnterlagenPruefen') => {
  const of = { case_id: caseId, element_id: elementId };
  if (!(await db('tasks').where(of).first('task_id'))) await aTask(db, caseId, elementId, 'erledigt');
  const { job_key: key } = await db('tasks').where(of).first('job_key');
  const record = { key, value: { elementId, type: 'io.camunda.zeebe:userTask' }, timestamp: Date.parse(at) };
  await db.transaction((trx) => newPapersRead.apply(record as unknown as EngineRecord, { trx, caseId, deps } as ProjectionContext));
};

test.serial('the same bytes of the same kind are one paper, also when two uploads cross', async (t) => {
  const { caseId } = await aCase(deps);
  const stored = await Promise.all([1, 2, 3, 4].map(() => add(caseId, 'PASS', 'same')));
  t.is(new Set(stored.map(({ documentId }) => documentId)).size, 1);
  t.is(stored.filter(({ created }) => created).length, 1);
  t.not((await add(caseId, 'FOTO', 'same')).documentId, stored[0]?.documentId);
  t.deepEqual((await history(db, caseId)).slice(1), ['Unterlage eingegangen: Pass', 'Unterlage eingegangen: Passfoto']);
});

test.serial('a part of what is expected lets the wait go on, the last paper ends it, others say nothing', async (t) => {
  const { caseId } = await aCase(deps);
  const warteId = await aWait(deps, caseId, ['PASS', 'FOTO']);
  await add(caseId, 'PASS');
  await add(caseId, 'MIETVERTRAG');
  t.deepEqual(await messages(caseId, 'unterlagen-eingegangen'), []);
  await add(caseId, 'FOTO');
  const sent = await messages(caseId, 'unterlagen-eingegangen');
  t.is(sent.length, 1);
  t.like(sent[0], { correlationKey: warteId });
  t.deepEqual(await messages(caseId, 'unterlagen-nachgereicht'), []);
});

test.serial('two last papers arriving together end the wait', async (t) => {
  for (let round = 0; round < 5; round += 1) {
    const { caseId } = await aCase(deps);
    await aWait(deps, caseId, ['PASS', 'FOTO', 'ATTEST']);
    await Promise.all(['PASS', 'FOTO', 'ATTEST'].map((type) => add(caseId, type)));
    t.is((await messages(caseId, 'unterlagen-eingegangen')).length, 1);
  }
});

test.serial('two waits of one case learn only of what they wait for; other kinds of waits and ended ones of nothing', async (t) => {
  const { caseId } = await aCase(deps);
  const first = await aWait(deps, caseId, ['PASS']);
  const second = await aWait(deps, caseId, ['FOTO']);
  const renewal = await aWait(deps, caseId, ['PASS']);
  await db('waits').where('warte_id', renewal).update({ kind: 'verlaengerung' });
  const ended = await aWait(deps, caseId, ['PASS']);
  await db('waits').where('warte_id', ended).update({ ended_at: new Date() });
  await add(caseId, 'PASS');
  t.deepEqual(
    (await messages(caseId, 'unterlagen-eingegangen')).map((message) => message.correlationKey),
    [first],
  );
  await add(caseId, 'FOTO');
  t.deepEqual(
    (await messages(caseId, 'unterlagen-eingegangen')).map((message) => message.correlationKey),
    [first, second],
  );
});

test.serial('papers before and during the check make no task of their own', async (t) => {
  const { caseId } = await aCase(deps);
  await add(caseId, 'PASS');
  await aTask(db, caseId, 'userTask_UnterlagenPruefen', 'offen');
  await add(caseId, 'FOTO');
  t.deepEqual(await messages(caseId, 'unterlagen-nachgereicht'), []);
});

test.serial('papers after the check make one task while it is open, and a new one when it is done', async (t) => {
  const { caseId } = await aCase(deps);
  await aTask(db, caseId, 'userTask_UnterlagenPruefen', 'erledigt');
  await Promise.all([add(caseId, 'PASS'), add(caseId, 'FOTO')]);
  t.is((await messages(caseId, 'unterlagen-nachgereicht')).length, 1);
  t.like((await messages(caseId, 'unterlagen-nachgereicht'))[0], { correlationKey: caseId, variables: { caseId }, ttlMs: 86_400_000 });
  await taskDoneRecord(caseId);
  t.is((await listDocuments(db, caseId)).filter(({ isNew }) => isNew).length, 0);
  await add(caseId, 'ATTEST');
  t.is((await messages(caseId, 'unterlagen-nachgereicht')).length, 2);
});

test.serial('a paper that came between the click and the record of the old task gets its own', async (t) => {
  const { caseId } = await aCase(deps);
  await aTask(db, caseId, 'userTask_UnterlagenPruefen', 'erledigt');
  await add(caseId, 'PASS');
  deps.stopAt('2026-06-08T10:00:00Z');
  const late = await add(caseId, 'FOTO');
  deps.stopAt('2026-06-08T08:00:00Z');
  await taskDoneRecord(caseId);
  t.deepEqual((await messages(caseId, 'unterlagen-nachgereicht')).map((message) => message.messageId).at(-1), late.documentId);
  t.deepEqual(
    (await listDocuments(db, caseId)).filter(({ isNew }) => isNew).map(({ type }) => type),
    ['FOTO'],
  );
});

test.serial('what came while the check was open was before the clerk at their click, and what came after it was not', async (t) => {
  const { caseId } = await aCase(deps);
  await runWorker(abgleichen, deps, { caseId });
  await add(caseId, 'PASS');
  const taskId = await aTask(db, caseId, 'userTask_UnterlagenPruefen', 'wird-verarbeitet');
  const click = new Date('2026-06-08T08:30:00Z');
  await db('tasks').where('task_id', taskId).update({ input: '{}', completed_by: 'sb-sg4', completed_at: click });
  deps.stopAt('2026-06-08T08:31:00Z');
  await add(caseId, 'FOTO');
  deps.stopAt('2026-06-08T08:00:00Z');
  await taskDoneRecord(caseId, '2026-06-08T08:32:00Z', 'userTask_UnterlagenPruefen');
  t.deepEqual(
    (await listDocuments(db, caseId)).map(({ type, isNew }) => [type, isNew]),
    [
      ['PASS', false],
      ['FOTO', true],
    ],
  );
});

test.serial('papers for a closed case that never had a check are kept and looked at', async (t) => {
  const { caseId } = await aCase(deps);
  await db('cases').where('case_id', caseId).update({ status: 'zurueckgenommen' });
  await add(caseId, 'SONSTIGES');
  t.is((await messages(caseId, 'unterlagen-nachgereicht')).length, 1);
});

test.serial('the comparison proposes what is missing and lays the papers before the clerk', async (t) => {
  const { caseId } = await aCase(deps);
  await add(caseId, 'PASSBEMUEHUNG');
  t.deepEqual(await runWorker(abgleichen, deps, { caseId }), { fehlend: ['FOTO', 'MELDEBESTAETIGUNG'], vollstaendigVorschlag: false });
  t.deepEqual(
    (await listDocuments(db, caseId)).map(({ type, isNew }) => [type, isNew]),
    [['PASSBEMUEHUNG', false]],
  );
  await add(caseId, 'FOTO');
  await add(caseId, 'MELDEBESTAETIGUNG');
  t.deepEqual(await runWorker(abgleichen, deps, { caseId }), { fehlend: [], vollstaendigVorschlag: true });
});

test.serial('new papers go to the hands that have the case, within five working days', async (t) => {
  const { caseId } = await aCase(deps);
  // Monday 8 June 2026 and five working days.
  t.deepEqual(await runWorker(zuordnen, deps, { caseId }), { sachgebiet: 'SG4', rolle: 'sb-sg4', faelligAm: '2026-06-15T21:59:59Z' });
  const hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  await db('cases').where('case_id', hidden.caseId).update({ section: null, role: null });
  t.like(await runWorker(zuordnen, deps, { caseId: hidden.caseId }), { sachgebiet: 'SG4', rolle: 'sicherheit' });
});
