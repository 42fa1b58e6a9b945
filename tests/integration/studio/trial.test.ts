import test from 'ava';
import { aToken } from '../models/a-token.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

const studio = await openStudio();
const { as, db, aCase, aHiddenCase, create, read, call } = studio;
test.after.always(studio.stop);

const DULDUNG = 'duldung/duldung.bpmn';
const STEP = 'userTask_DuldungsgrundPruefen';

test.serial('a changed step names its open tasks, which stay as they are, and the cases that stay on their release', async (t) => {
  const here: string[] = [];
  for (let n = 0; n < 6; n += 1) here.push((await aCase()).caseId);
  for (const caseId of here) await aToken(db, { caseId, process: 'duldung', elements: [{ id: STEP }] });
  await aToken(db, {
    caseId: (await aCase()).caseId,
    process: 'duldung',
    elements: [{ id: STEP, state: 'completed' }, { id: 'userTask_AuflagenFestlegen' }],
  });
  const hidden = (await aHiddenCase()).caseId;
  await aToken(db, { caseId: hidden, process: 'duldung', elements: [{ id: STEP }] });
  const text = repositoryFile(DULDUNG);
  const at = text.indexOf(`id="${STEP}"`);
  const content = text.slice(0, at) + text.slice(at).replace('candidateGroups="=[rolle]"', 'candidateGroups="=[rolle, rolle]"');
  const changeId = await create([{ path: DULDUNG, content }]);
  const { body } = await call('pv', changeId, 'dry-run');
  t.deepEqual(
    body.byStep.map(({ words: _, ...each }: { words: string }) => each),
    [{ processId: 'duldung', elementId: STEP, name: 'Duldungsgrund prüfen', openTasks: 5 }],
  );
  t.regex(body.byStep[0].words, /Gruppen: Mindestens 5 offene Aufgaben bleiben/);
  t.deepEqual(body.staying, [{ processId: 'duldung', name: 'Duldung', running: 5 }]);
  t.is(body.openCases, 7, 'a hidden case is in no figure');
  t.deepEqual(body.changed, []);
  t.false(JSON.stringify(body).includes(hidden));
});

test.serial('a changed form names the step that shows it', async (t) => {
  const path = 'duldung/duldung-grund.form';
  const changeId = await create([{ path, content: repositoryFile(path).replace(/"label": "[^"]+"/, '"label": "Anders"') }]);
  const { body } = await call('pv', changeId, 'dry-run');
  t.deepEqual(
    body.byStep.map((each: { elementId: string; openTasks: number }) => [each.elementId, each.openTasks]),
    [[STEP, 5]],
  );
});

type Line = { caseId: string; aktenzeichen: string; section: string | null; what: string; decision: string };
const lineOf = ({ caseId, aktenzeichen }: { caseId: string; aktenzeichen: string }, section: string): Line & Record<string, unknown> => ({
  caseId,
  aktenzeichen,
  section,
  what: 'priority',
  decision: 'Priorität',
  before: '2',
  after: '1',
  words: 'Hätte Priorität 1 statt 2.',
});

/** A kept trial with these findings: which they are is the engine's matter (tests/processes/studio.alone.test.ts). */
const aTrial = async (found: Record<string, unknown>): Promise<string> => {
  const changeId = await create([studio.plainText()]);
  await call('pv', changeId, 'dry-run');
  await db('process_changes')
    .where('change_id', changeId)
    .update({ dry_run: db.raw('dry_run || ?::jsonb', [JSON.stringify(found)]) });
  return changeId;
};
const inSection = (
  body: { sections: { section: string | null; cases: number | null }[] },
  section: string | null,
): number | null | undefined => body.sections.find((each) => each.section === section)?.cases;

test.serial('which cases they are is for those who may open them; who leads, owns or controls reads numbers', async (t) => {
  const own = await Promise.all(Array.from({ length: 11 }, () => aCase({ section: 'SG4' })));
  const [other] = [await aCase({ section: 'SG1', anliegen: 'STUDIUM' })];
  const changeId = await aTrial({ changed: [...own.map((each) => lineOf(each, 'SG4')), lineOf(other, 'SG1')] });
  const seen = async (account: string): Promise<string[]> =>
    (await read(changeId, account)).dryRun.changed.map((each: Line) => each.aktenzeichen);
  for (const account of ['pv', 'al', 'con', 'ops']) {
    t.deepEqual(await seen(account), [], account);
    const text = JSON.stringify((await read(changeId, account)).dryRun);
    for (const each of [...own, other]) t.false(text.includes(each.caseId) || text.includes(each.aktenzeichen), account);
  }
  t.deepEqual((await seen('rsb-sg4')).sort(), own.map((each) => each.aktenzeichen).sort());
  t.deepEqual(await seen('rsb-sg1'), [other.aktenzeichen]);
  t.deepEqual(await seen('rsb-sg2'), []);
  const body = (await read(changeId)).dryRun;
  t.deepEqual(
    ['SG1', 'SG2', 'SG3', 'SG4', null].map((section) => inSection(body, section)),
    [null, null, null, 10, null],
  );
  t.deepEqual(body.kinds, [
    { what: 'priority', decision: 'Priorität', before: '2', after: '1', sections: [{ section: 'SG4', cases: 10 }] },
  ]);
  // It has moved since: who had it reads it no longer.
  await db('cases').where('case_id', other.caseId).update({ section: 'SG2' });
  t.deepEqual(await seen('rsb-sg1'), []);
  t.deepEqual(await seen('rsb-sg2'), [other.aktenzeichen]);
});

test.serial(
  'a question about few people has one answer, whether it is none or four, and whether it is asked alone or inside a larger one',
  async (t) => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => aCase({ section: 'SG4' })));
    const lines = cases.map((each) => lineOf(each, 'SG4'));
    const shown = async (found: Record<string, unknown>, account = 'pv') => {
      const { at: _, openCases: __, ...rest } = (await read(await aTrial(found), account)).dryRun;
      return rest;
    };
    for (const account of ['pv', 'al', 'con', 'rsb-sg1']) {
      const none = await shown({ changed: [] }, account);
      for (const count of [1, 2, 4]) t.deepEqual(await shown({ changed: lines.slice(0, count) }, account), none, `${account} ${count}`);
      // Seven known ones as cover, and the one somebody wants to know about.
      t.deepEqual(await shown({ changed: lines.slice(0, 8) }, account), await shown({ changed: lines.slice(0, 7) }, account), account);
    }
    const quiet = await shown({});
    const failed = (count: number) => ({ unanswered: [{ words: '„Priorität“ gibt keine Antwort', cases: count }] });
    t.deepEqual(await shown(failed(1)), quiet, 'a table that fails for one says no more than one that fails for none');
    t.deepEqual((await shown(failed(7))).failures, ['„Priorität“ gibt keine Antwort (mindestens 5 Vorgänge)']);
    t.deepEqual(await shown({ unfinished: 1 }), quiet);
    t.true((await shown({ unfinished: 6 })).truncated);
    // Of dates it is said how many move, not where to: each day is another person's.
    const days = lines.map((line, index) => ({ ...line, what: 'date', before: `1.${index + 1}.2026`, after: `2.${index + 1}.2026` }));
    t.deepEqual((await shown({ changed: days })).kinds, [
      { what: 'date', decision: 'Priorität', before: '', after: '', sections: [{ section: 'SG4', cases: 5 }] },
    ]);
  },
);

test.serial('what was asked is in the audit trail, in words', async (t) => {
  const changeId = await create([studio.legalRule()]);
  t.is((await call('pv', changeId, 'dry-run')).status, 200);
  const row = await db('audit')
    .where({ action: 'try change', object: `change ${changeId}` })
    .first();
  t.like(row, { actor: 'pv', outcome: 'done' });
  const [asked] = row.payload.asked;
  t.is(asked.path, 'blocks/anhoerung/anhoerung.bpmn');
  t.regex(asked.hash, /^[0-9a-f]{64}$/);
  t.regex(asked.changes.join(), /Anhörung verfassen/);
});

test.serial('readers without a say start no trial, and what is decided is not tried', async (t) => {
  const changeId = await create([studio.plainText()]);
  for (const account of ['con', 'ops']) t.is((await call(account, changeId, 'dry-run')).status, 403, account);
  t.is((await call('rsb-sg1', changeId, 'dry-run')).status, 200);
  await call('pv', changeId, 'discard');
  t.is((await call('pv', changeId, 'dry-run')).status, 409);
  t.is((await as('pv').get(`${BASE}/${changeId}`)).body.dryRun.stale, false);
});

const PRIORITY = 'decisions/prioritaet.dmn';
const priority = repositoryFile(PRIORITY);
const firstOutput = (output: string): string => priority.replace('<text>1</text>', `<text>${output}</text>`);

test.serial(
  'a table that could hold up the engine is a fault, its trial ends by itself, and nothing of it reaches the engine',
  async (t) => {
    const hostile = 'if count(for i in 1..3000, j in 1..3000 return i) = 0 then 1 else 1';
    const changeId = await create([{ path: PRIORITY, content: firstOutput(hostile) }]);
    const { body: checked } = await call('pv', changeId, 'check');
    const found = checked.findings.find(({ rule }: { rule: string }) => rule === 'feel-limits');
    t.regex(found.message, /^Zeile 1, Spalte „[^“]+“: Der Ausdruck zählt über 9000000 Werte/);
    // The engine of this office throws at every call, so an answer at all is the proof.
    const { status, body } = await call('pv', changeId, 'dry-run');
    t.is(status, 200);
    t.true(body.wrongExamples.length > 0 || body.failures.length > 0);
    t.regex([...body.wrongExamples, ...body.failures].join(), /dauert zu lange/);
    t.is((await call('pv', changeId, 'submit')).status, 409);
  },
);

for (const [cell, says] of [
  ['&lt;= 7 Tage', /^Zeile 1, Spalte „[^“]+“: Ab Zeichen 6 \(„Tage“\) versteht die Engine den Ausdruck nicht\./],
  ['"DULDUNG', /^Zeile 1, Spalte „[^“]+“: Einem Text fehlt das schließende Anführungszeichen\./],
  ['&lt;= 31.12.2026', /^Zeile 1, Spalte „[^“]+“: Ab Zeichen \d+/],
] as const)
  test.serial(`a cell ${cell} is no FEEL: told in German with its place, and not handed in`, async (t) => {
    const [before] = /<inputEntry[^>]*>\s*<text>[^<]*<\/text>/.exec(priority) ?? [];
    const content = priority.replace(before ?? '', (before ?? '').replace(/<text>[^<]*</, `<text>${cell}<`));
    const changeId = await create([{ path: PRIORITY, content }]);
    const { findings } = (await call('pv', changeId, 'check')).body;
    t.regex(findings.find(({ rule }: { rule: string }) => rule === 'feel-syntax')?.message ?? '', says);
    const { body } = await call('pv', changeId, 'dry-run');
    t.regex(body.failures.join(), /decisions\/prioritaet\.dmn lässt sich nicht ausprobieren: Die Engine versteht/);
    const refused = await call('pv', changeId, 'submit');
    t.is(refused.status, 409);
    t.false(/Expected|failed to parse|found "/.test(JSON.stringify([findings, body, refused.body])), 'not the engine’s English');
  });

test.serial('a process the engine would refuse is not handed in, and says which element', async (t) => {
  const path = 'versagung/versagung.bpmn';
  const content = repositoryFile(path).replace('=ergebnisVersagung = "VERSAGEN"', '=ergebnisVersagung = = "VERSAGEN"');
  const changeId = await create([{ path, content }]);
  const { findings } = (await call('pv', changeId, 'check')).body;
  const own = findings.filter(({ severity }: { severity: string }) => severity === 'error');
  t.deepEqual(
    own.map(({ elementId, rule }: { elementId: string; rule: string }) => [elementId, rule]),
    [['flow_Versagen_Versagungsbescheid', 'feel-syntax']],
  );
  t.regex(own[0].message, /^Die Bedingung: Ab Zeichen/);
  t.is((await call('pv', changeId, 'submit')).status, 409);
});

test.serial('what the trial could not answer is not handed in', async (t) => {
  const changeId = await create([{ path: PRIORITY, content: firstOutput('1 + 0') }]);
  await call('pv', changeId, 'dry-run');
  await db('process_changes')
    .where('change_id', changeId)
    .update({ dry_run: db.raw(`dry_run || '{"wrongExamples": [], "failures": ["Die Tabelle x gibt keine Antwort."]}'`) });
  const refused = await call('pv', changeId, 'submit');
  t.is(refused.status, 409);
  t.regex(refused.body.message, /Der Probelauf ist nicht gelungen\. Die Tabelle x/);
});
