import test from 'ava';
import getCase from '../../../services/casefile/routes/get-case.ts';
import { aCase, openOffice, serve, taskDone } from '../letters/office.ts';
import { releasedFiles } from './released-files.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);
Object.assign(deps, { releases: releasedFiles() });
const server = serve(deps, getCase);
const read = async (account: string, caseId: string) =>
  JSON.parse((await server.inject({ url: `/api/cases/${caseId}`, headers: { authorization: account } })).payload);

test('facts come in the words and the order of the forms; what no form asks comes last', async (t) => {
  const facts = { schutzstatus: 'DULDUNG', gueltigBis: '2027-03-01', fehlend: ['PASS', 'FOTO'], duldungsgrund: 'PASSLOS', leer: '' };
  const { caseId } = await aCase(deps, { facts });
  await db('cases').where('case_id', caseId).update({ process: 'duldung', release: 1 });
  const { factSheet, processName } = await read('sb-sg4', caseId);
  t.is(processName, 'Duldung');
  t.deepEqual(factSheet[0], { key: 'duldungsgrund', label: 'Duldungsgrund', kind: 'text', value: 'Kein Pass oder Passersatz' });
  t.deepEqual(factSheet.at(-1), { key: 'schutzstatus', label: null, kind: 'text', value: 'DULDUNG' });
  const keys = factSheet.map((fact: { key: string }) => fact.key);
  t.deepEqual(keys.toSorted(), ['duldungsgrund', 'fehlend', 'gueltigBis', 'schutzstatus']);
  const missing = factSheet.find((fact: { key: string }) => fact.key === 'fehlend');
  t.is(missing.kind, 'list');
  t.false(missing.value.includes('PASS'));
  t.is(factSheet.find((fact: { key: string }) => fact.key === 'gueltigBis').kind, 'date');
});

test('people of the history are named; the applicant is no member of staff', async (t) => {
  const { caseId } = await aCase(deps);
  await taskDone(deps, caseId, 'userTask_UnterlagenPruefen', 'sb-sg4');
  const { people } = await read('sb-sg4', caseId);
  t.deepEqual(people, { antragsteller: null, 'sb-sg4': 'sb-sg4' });
});

test('who gives information only gets neither facts nor names', async (t) => {
  const { caseId } = await aCase(deps, { facts: { duldungsgrund: 'PASSLOS' } });
  for (const account of ['tel', 'antragsteller']) {
    const found = await read(account, caseId);
    t.is(found.factSheet, undefined);
    t.is(found.people, undefined);
  }
});
