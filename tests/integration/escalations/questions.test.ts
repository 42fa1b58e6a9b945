import test from 'ava';
import abschliessen from '../../../services/escalations/workers/eskalation-abschliessen.ts';
import eroeffnen from '../../../services/escalations/workers/eskalation-eroeffnen.ts';
import hochstufen from '../../../services/escalations/workers/eskalation-hochstufen.ts';
import zuweisen from '../../../services/escalations/workers/eskalation-zuweisen.ts';
import { aCase, aTask, history, openOffice, runWorker, type TestDeps, taskDone } from '../letters/office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const question = {
  frage: 'Reicht das Gehalt?',
  sachverhaltKurz: 'Teilzeit, 30 Stunden.',
  frageNorm: '25(5)',
  eigenerVorschlag: 'Ja, mit Auflage.',
  frageFrist: '2026-06-30',
  pruefErgebnis: 'FRAGE',
};

const asked = async (facts: Record<string, unknown> = {}) => {
  const { caseId } = await aCase(deps, { facts: { ...question, ...facts } });
  await taskDone(deps, caseId, 'userTask_AntragPruefen', 'sb-sg4');
  const out = await runWorker(eroeffnen, deps, { caseId, anlass: 'userTask_AntragPruefen' }, `ask-${caseId}`);
  return { caseId, eskalationId: out.eskalationId as string, out };
};

const answer = async (caseId: string, by: string, element = 'userTask_FrageBeantworten', at = '2026-06-09T08:00:00Z'): Promise<void> => {
  await taskDone(deps, caseId, element, by);
  const taskId = await aTask(db, caseId, element, 'erledigt');
  await db('tasks')
    .where('task_id', taskId)
    .update({ input: '{"votum":"KLAEREN"}', completed_by: by, completed_at: new Date(at) });
};

const factsOf = async (caseId: string) => (await db('cases').where('case_id', caseId).first('facts')).facts as Record<string, unknown>;
const hint = (an: string, fristAT: number) => ({ grund: 'Probe', an, fristAT, vierAugen: false, norm: null });

test('asking gives every input of the table a value, and puts the question into the file under the asker’s name', async (t) => {
  const { caseId, eskalationId, out } = await asked({ gewaltschutz: true });
  t.false(Object.values(out).some((value) => value === null || value === undefined));
  t.like(out, {
    norm: '25(5)',
    schutzbedarf: true,
    streitig: false,
    alterVorgangTage: 0,
    vierAugenRueckgaben: 0,
    ergebnis: '',
    fiktionWirkung: '',
  });
  const again = await runWorker(eroeffnen, deps, { caseId, anlass: 'userTask_AntragPruefen' }, `ask-${caseId}`);
  t.is(again.eskalationId, eskalationId);
  t.like(await db('escalations').where('escalation_id', eskalationId).first(), {
    asked_by: 'sb-sg4',
    question: 'Reicht das Gehalt?',
    level: 1,
  });
  t.is((await history(db, caseId)).filter((line) => line.startsWith('Frage an die Rechtssachbearbeitung')).length, 1);
});

test('a question without words is not asked', async (t) => {
  const { caseId } = await aCase(deps, { facts: { frage: ' ' } });
  await t.throwsAsync(runWorker(eroeffnen, deps, { caseId, anlass: 'x' }), { message: /Frage fehlt/ });
});

test('the shortest time names who answers; unanswered it goes to the head of the section', async (t) => {
  const { caseId, eskalationId } = await asked();
  // Monday 8 June: the third working day is Thursday.
  const assigned = await runWorker(zuweisen, deps, { caseId, eskalationId, eskalationHinweise: [hint('rsb-sg2', 5), hint('rsb-sg', 3)] });
  t.deepEqual(assigned, {
    eskalationRolle: 'rsb-sg4',
    eskalationFaelligAm: '2026-06-11T21:59:59.000Z',
    zweiteStufeAm: '2026-06-11T21:59:59.000Z',
  });
  const later = Object.create(deps, {
    clock: { value: { ...deps.clock, today: () => Temporal.PlainDate.from('2026-06-12'), now: () => deps.clock.now() } },
  }) as TestDeps;
  const raised = await runWorker(hochstufen, later, { caseId, eskalationId });
  t.deepEqual(raised, { eskalationRolle: 'sgl-sg4', eskalationFaelligAm: '2026-06-17T21:59:59.000Z' });
  t.deepEqual(await runWorker(hochstufen, later, { caseId, eskalationId }), raised);
  t.is((await db('escalations').where('escalation_id', eskalationId).first()).level, 2);
});

test('no row of the table: the own section', async (t) => {
  const { caseId, eskalationId } = await asked();
  t.like(await runWorker(zuweisen, deps, { caseId, eskalationId, eskalationHinweise: null }), { eskalationRolle: 'rsb-sg4' });
});

test('an answer goes to whoever asked, and the next question begins empty', async (t) => {
  const { caseId, eskalationId } = await asked();
  await answer(caseId, 'rsb-sg4');
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: db.raw('facts || ?::jsonb', [JSON.stringify({ votum: 'KLAEREN', votumBegruendung: 'Ja: § 2 Abs. 3.' })]) });
  const done = await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'KLAEREN', rolle: 'sb-sg4' });
  t.deepEqual(done, { eskalationErgebnis: 'KLAEREN', rolle: 'sb-sg4' });
  const facts = await factsOf(caseId);
  t.is(facts.antwortRechtssachbearbeitung, 'Reicht das Gehalt?\n\nAntwort (geklärt): Ja: § 2 Abs. 3.');
  for (const name of ['frage', 'eigenerVorschlag', 'votum', 'votumBegruendung', 'pruefErgebnis']) t.is(facts[name], null, name);
  t.like(await db('escalations').where('escalation_id', eskalationId).first(), {
    votum: 'KLAEREN',
    answered_by: 'rsb-sg4',
    answer: 'Ja: § 2 Abs. 3.',
  });
  t.like(await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'KLAEREN', rolle: 'sb-sg4' }), done);
  t.is((await history(db, caseId)).filter((line) => line.startsWith('Frage beantwortet')).length, 1);
  t.is((await factsOf(caseId)).antwortRechtssachbearbeitung, facts.antwortRechtssachbearbeitung);
});

test('an answer others may need becomes a draft article without whoever it was about; asked twice, one', async (t) => {
  const { caseId, eskalationId } = await asked({ frage: 'Reicht das Gehalt von Amira Nasser bei AB-2026-000123?' });
  await answer(caseId, 'rsb-sg4');
  const more = { wissensartikelVorschlag: true, votumBegruendung: 'Ja, auch bei Amira.' };
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: db.raw('facts || ?::jsonb', [JSON.stringify(more)]) });
  for (let round = 0; round < 2; round += 1)
    await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'KLAEREN', rolle: 'sb-sg4' });
  const articles = JSON.stringify(await db('articles').select('*'));
  t.is(articles.split('Reicht das Gehalt von [Person]').length - 1, 2, 'title and body of one draft');
  t.true(articles.includes('§ 25 Abs. 5 AufenthG'));
  t.notRegex(articles, /Amira|AB-2026-000123/);
});

test('taking over moves the case to the specialist', async (t) => {
  const { caseId, eskalationId } = await asked();
  await answer(caseId, 'rsb-sg4');
  t.like(await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'UEBERNEHMEN', rolle: 'sb-sg4' }), { rolle: 'rsb-sg4' });
  t.like(await db('cases').where('case_id', caseId).first(), { role: 'rsb-sg4', clerk: 'rsb-sg4' });
});

test('who answers for another section, as the table asks, takes over no case they cannot see', async (t) => {
  for (const by of ['rsb-sg2', 'al', 'sicherheit']) {
    const { caseId, eskalationId } = await asked();
    await answer(caseId, by);
    t.like(await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'UEBERNEHMEN', rolle: 'sb-sg4' }), { rolle: 'rsb-sg4' });
    t.like(await db('cases').where('case_id', caseId).first(), { role: 'rsb-sg4', clerk: null }, by);
  }
});

test('the second level’s word counts when both have spoken', async (t) => {
  const { caseId, eskalationId } = await asked();
  await answer(caseId, 'rsb-sg4');
  await answer(caseId, 'sgl-sg4', 'userTask_ZweiteStufeEntscheiden', '2026-06-15T08:00:00Z');
  await runWorker(abschliessen, deps, { caseId, eskalationId, votum: 'ZURUECK', rolle: 'sb-sg4' });
  t.like(await db('escalations').where('escalation_id', eskalationId).first(), { answered_by: 'sgl-sg4' });
});

test('a question of another case is not answered here', async (t) => {
  const one = await asked();
  const other = await asked();
  await t.throwsAsync(
    runWorker(abschliessen, deps, { caseId: other.caseId, eskalationId: one.eskalationId, votum: 'KLAEREN', rolle: null }),
  );
});
