import { randomUUID } from 'node:crypto';
import test from 'ava';
import { closeCase } from '../../../services/caselife/close-case.ts';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { db, deps } = office;

const close = (caseId: string, outcome: string) =>
  db.transaction((trx) => closeCase(trx, deps, { caseId, status: 'abgeschlossen', outcome, text: `Ende: ${outcome}`, elementId: 'ende' }));

test('a case is closed once: the first end stands, with one line in its history', async (t) => {
  const { caseId } = await office.aCase();
  t.true(await close(caseId, 'ERTEILT'));
  t.false(await close(caseId, 'ABGELEHNT'));
  const found = await db('cases').where('case_id', caseId).first();
  t.like(found, { status: 'abgeschlossen', outcome: 'ERTEILT' });
  t.truthy(found.closed_at);
  const lines = await db('case_history').where({ case_id: caseId, line_key: 'closed' }).select('text', 'by', 'element_id');
  t.deepEqual(lines, [{ text: 'Ende: ERTEILT', by: 'Lotse', element_id: 'ende' }]);
});

test('closed twenty times at once it is closed by one', async (t) => {
  const { caseId } = await office.aCase();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => close(caseId, `ENDE_${n}`)));
  t.is(answers.filter(Boolean).length, 1);
});

test('no case is no case', async (t) => {
  await t.throwsAsync(close(randomUUID(), 'ERTEILT'), { name: 'NotFound' });
});
