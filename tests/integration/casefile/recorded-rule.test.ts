import { randomUUID } from 'node:crypto';
import test from 'ava';
import { openOffice } from '../api/office.ts';
import { aToken } from '../models/a-token.ts';

const office = await openOffice();
test.after.always(office.stop);

type Office = Awaited<ReturnType<typeof openOffice>>;

/** The note of the engine that reaches us some moments after the assignment. */
const noted = async ({ db, deps }: Office, caseId: string, rule: string, output: Record<string, unknown>): Promise<void> => {
  const instance = await aToken(db, { caseId, process: 'eingang', elements: [] });
  const release = await deps.releases.find('routing', 'dmn');
  await db('engine_decisions').insert({
    evaluation_key: randomUUID(),
    step: 0,
    process_instance_key: instance,
    case_id: caseId,
    element_id: 'businessRuleTask_Zuordnen',
    element_key: '1',
    plain_id: 'routing',
    engine_id: release?.engineId,
    inputs: JSON.stringify([]),
    matched_rules: JSON.stringify([{ id: rule, index: 1, outputs: [] }]),
    output: JSON.stringify(output),
    evaluated_at: new Date(Date.UTC(2026, 5, 8, 8)),
  });
};
const routingOf = (caseId: string) => office.whyHere('sb-sg4', caseId);
const target = { sachgebiet: 'SG4', rolle: 'sb-sg4', prozess: 'duldung' };

test('the row the engine has noted is the one a file names, whatever was worked out for it before', async (t) => {
  const { caseId } = await office.aCase();
  const before = await routingOf(caseId);
  t.is(before.rule, 'D1_04');
  await noted(office, caseId, 'D1_04', target);
  t.deepEqual(await routingOf(caseId), before, 'both name the same row');

  const other = await office.aCase();
  await noted(office, other.caseId, 'D1_06', target);
  const found = await routingOf(other.caseId);
  t.is(found.rule, 'D1_06');
  t.regex(found.reason, /\(Regel D1_06\)\.$/);
  t.deepEqual(found.losers, [], 'nothing is said of rows that were not looked at by the engine');
});

test('where the rows cannot be worked out again, the file names the row the engine noted, and says so', async (t) => {
  const bare = await openOffice({ env: { TRIAL_JAVA: '', TRIAL_CLASSES: '' } });
  const { caseId } = await bare.aCase();
  const before = await bare.whyHere('sb-sg4', caseId);
  t.like(before, { rule: '', losers: [], explanation: 'nicht-moeglich' });
  t.regex(before.reason, /^Sachgebiet 4 \(.*\), weil das Anliegen „Duldung“ dort bearbeitet wird\.$/);
  await noted(bare, caseId, 'D1_04', target);
  const after = await bare.whyHere('sb-sg4', caseId);
  t.like(after, { rule: 'D1_04', losers: [], explanation: 'nicht-moeglich' });
  t.regex(after.reason, /\(Regel D1_04\)\.$/);
  await bare.stop();
});

test('a note of an assignment before does not change what the last one said', async (t) => {
  const { caseId } = await office.aCase();
  const before = await routingOf(caseId);
  await noted(office, caseId, 'D1_06', { ...target, prozess: 'ae-beschaeftigung' });
  t.deepEqual(await routingOf(caseId), before);
});
