import { randomUUID } from 'node:crypto';
import test from 'ava';
import getDiagram from '../../../services/casefile/routes/get-diagram.ts';
import { aCase, openOffice, serve } from '../letters/office.ts';
import { anIncident, aToken } from './a-token.ts';
import { releasedFiles } from './released-files.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);
Object.assign(deps, { releases: releasedFiles() });
const server = serve(deps, getDiagram);
const get = async (account: string, caseId: string) => {
  const answer = await server.inject({ url: `/api/cases/${caseId}/diagram`, headers: { authorization: account } });
  return { status: answer.statusCode, body: JSON.parse(answer.payload) };
};
const call = (id: string, state: string, minute: number) => ({ id, type: 'CALL_ACTIVITY', state, minute });

test('the tree of a case: which step called which process, the way it went, and what stands there in German', async (t) => {
  const { caseId } = await aCase(deps);
  const root = await aToken(db, {
    caseId,
    process: 'vorgang',
    elements: [
      { id: 'flow_Zuordnen_Eingang', type: 'SEQUENCE_FLOW', state: 'taken', minute: 1 },
      call('callActivity_Eingang', 'completed', 1),
      call('callActivity_Verfahren', 'active', 5),
    ],
  });
  await aToken(db, { caseId, process: 'eingang', parentKey: root, elements: [], state: 'completed', startedMinute: 1 });
  const duldung = await aToken(db, {
    caseId,
    process: 'duldung',
    parentKey: root,
    startedMinute: 5,
    elements: [
      { id: 'userTask_DuldungsgrundPruefen', state: 'completed', minute: 6 },
      { id: 'userTask_DuldungsgrundPruefen', state: 'completed', minute: 7 },
      { id: 'callActivity_AzrErteilungMelden', type: 'CALL_ACTIVITY', minute: 8 },
    ],
  });
  await anIncident(db, caseId, duldung, 'callActivity_AzrErteilungMelden');
  const { body } = await get('sb-sg4', caseId);
  t.deepEqual(
    body.map((each: { processId: string; calledBy: string | null; state: string }) => [each.processId, each.calledBy, each.state]),
    [
      ['vorgang', null, 'active'],
      ['eingang', 'callActivity_Eingang', 'completed'],
      ['duldung', 'callActivity_Verfahren', 'active'],
    ],
  );
  t.deepEqual(body[0].taken, ['flow_Zuordnen_Eingang']);
  const [ground, report] = body[2].elements;
  t.like(ground, { name: 'Duldungsgrund prüfen', state: 'completed', count: 2 });
  t.like(report, { name: 'Erteilung an AZR melden', state: 'incident' });
  t.regex(body[2].incidents[0].message, /ließ sich auch nach mehreren Versuchen nicht ausführen/);
  t.false(JSON.stringify(body).includes('Haddad'), 'the engine’s own text may hold anything');
});

test('only who sees the whole case sees its diagram; for others it is absent', async (t) => {
  const { caseId } = await aCase(deps);
  const hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  await aToken(db, { caseId: hidden.caseId, process: 'vorgang', elements: [] });
  const absent = await get('sb-sg4', randomUUID());
  t.is(absent.status, 404);
  for (const account of ['svc', 'tel', 'antragsteller', 'sb-sg1']) t.deepEqual(await get(account, caseId), absent);
  t.deepEqual(await get('sb-sg4', hidden.caseId), absent);
  t.is((await get('sicherheit', hidden.caseId)).body.length, 1);
  t.deepEqual((await get('sb-sg4', caseId)).body, [], 'the engine has not taken it yet');
});
