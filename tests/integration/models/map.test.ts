import test from 'ava';
import getDecision from '../../../services/models/routes/get-decision.ts';
import getElements from '../../../services/models/routes/get-elements.ts';
import getMap from '../../../services/models/routes/get-map.ts';
import getTokens from '../../../services/models/routes/get-tokens.ts';
import listCasesAt from '../../../services/models/routes/list-cases-at.ts';
import { aCase, openOffice, serve, users } from '../letters/office.ts';
import { anIncident, aToken } from './a-token.ts';
import { releasedFiles } from './released-files.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);
Object.assign(deps, { releases: releasedFiles() });
for (const account of ['pv', 'al', 'con', 'ops', 'sgl-sg1'])
  users[account] = { account, name: account, groups: [account], teams: [], skills: [], applicant: false };

const server = serve(deps, getMap, getTokens, getElements, listCasesAt, getDecision);
const get = async (account: string, url: string) => {
  const answer = await server.inject({ url, headers: { authorization: account } });
  return { status: answer.statusCode, body: JSON.parse(answer.payload) };
};

const CONDITIONS = 'userTask_AuflagenFestlegen';
const SORT = 'userTask_VorgangSortieren';
type Opened = Awaited<ReturnType<typeof aCase>>;
let first: Opened, second: Opened, third: Opened, elsewhere: Opened, hidden: Opened, objection: Opened;

test.before(async () => {
  first = await aCase(deps);
  second = await aCase(deps);
  third = await aCase(deps);
  elsewhere = await aCase(deps, { anliegen: 'STUDIUM', section: 'SG1' });
  objection = await aCase(deps, { anliegen: 'WIDERSPRUCH', section: 'SG1' });
  hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  for (const [index, { caseId }] of [first, second, third].entries()) {
    const root = await aToken(db, { caseId, process: 'vorgang', elements: [{ id: 'callActivity_Verfahren', type: 'CALL_ACTIVITY' }] });
    await aToken(db, { caseId, process: 'duldung', parentKey: root, elements: [{ id: CONDITIONS, minute: 10 * (index + 1) }] });
  }
  await aToken(db, { caseId: objection.caseId, process: 'widerspruch', elements: [{ id: 'userTask_AbhilfePruefen' }] });
  const sorted = await aToken(db, {
    caseId: elsewhere.caseId,
    process: 'vorgang',
    elements: [{ id: 'subProcess_VorgangBearbeiten', type: 'SUB_PROCESS' }, { id: SORT }],
  });
  await anIncident(db, elsewhere.caseId, sorted, SORT);
  await aToken(db, { caseId: hidden.caseId, process: 'vorgang', elements: [{ id: SORT }] });
});

type Shown = { id: string; figures: unknown };
const figuresOf = (body: { roots: Shown[]; sections: { processes: Shown[] }[] }, id: string): unknown =>
  [...body.roots, ...body.sections.flatMap((section) => section.processes)].find((each) => each.id === id)?.figures;

for (const account of ['pv', 'al', 'con'])
  test(`${account} counts the whole office, without the hidden case`, async (t) => {
    const { body } = await get(account, '/api/processes/map');
    t.is(body.counted, 'office');
    t.deepEqual(figuresOf(body, 'vorgang'), { running: 4, openTasks: 1, incidents: 1 });
    t.deepEqual(figuresOf(body, 'duldung'), { running: 3, openTasks: 3, incidents: 0 });
    t.deepEqual(
      body.sections.map((section: { openCases: number }) => section.openCases),
      [2, 0, 0, 3],
    );
  });

test('a section counts its own; who sees no cases gets no figures, and the circle of hidden cases none of theirs', async (t) => {
  const own = await get('sb-sg4', '/api/processes/map');
  t.is(own.body.counted, 'own');
  t.deepEqual(figuresOf(own.body, 'vorgang'), { running: 3, openTasks: 0, incidents: 0 });
  t.deepEqual(figuresOf((await get('sgl-sg1', '/api/processes/map')).body, 'vorgang'), { running: 1, openTasks: 1, incidents: 1 });
  for (const account of ['ops', 'sicherheit']) {
    const { body } = await get(account, '/api/processes/map');
    t.is(body.counted, 'none');
    t.is(figuresOf(body, 'vorgang'), null);
  }
});

test('the landscape: a process stands in the section the routing table sends it to, roots and blocks apart, hidden targets nowhere', async (t) => {
  const { body } = await get('pv', '/api/processes/map');
  const ids = (list: { id: string }[]): string[] => list.map((each) => each.id);
  t.deepEqual(ids(body.sections[3].processes), ['duldung', 'widerspruch']);
  t.true(
    body.sections[0].planned.some(
      (each: { id: string; anliegen: string[] }) => each.id === 'ae-studium' && each.anliegen.includes('STUDIUM'),
    ),
  );
  t.true(ids(body.roots).includes('vorgang'));
  t.true(ids(body.blocks).includes('eingang'));
  t.deepEqual(ids(body.others), ['versagung'], 'called by another one, routed to by none');
  t.false(JSON.stringify(body).includes('SICHERHEIT'));
  t.false(JSON.stringify(body).includes('sicherheitspruefung'));
  const routing = body.decisions.find((each: { id: string }) => each.id === 'wirksames_anliegen');
  t.deepEqual(routing.neededBy, ['routing']);
});

test('an objection stands in the section that decides about it, counted there and nowhere else', async (t) => {
  const { body } = await get('pv', '/api/processes/map');
  type Section = { id: string; processes: { id: string; figures: { running: number } }[] };
  const running = (body.sections as Section[]).map(({ id, processes }) => [
    id,
    processes.find((each) => each.id === 'widerspruch')?.figures.running,
  ]);
  t.deepEqual(running, [
    ['SG1', 1],
    ['SG2', 0],
    ['SG3', 0],
    ['SG4', 0],
  ]);
  const { body: process } = await get('pv', '/api/processes/widerspruch/elements');
  t.deepEqual([...process.sections].sort(), ['SG1', 'SG2', 'SG3', 'SG4']);
});

test('tokens: how many stand at each step, and since when half of them do; scopes are no places', async (t) => {
  const { body } = await get('pv', '/api/processes/duldung/tokens');
  t.deepEqual(body.elements, [
    { elementId: CONDITIONS, count: 3, incidents: 0, medianSince: '2026-06-08T08:20:00.000Z', oldestSince: '2026-06-08T08:10:00.000Z' },
  ]);
  t.deepEqual(body.versions, [{ version: 1, running: 3 }]);
  const root = await get('pv', '/api/processes/vorgang/tokens');
  t.deepEqual(
    root.body.elements.map((each: { elementId: string; count: number; incidents: number }) => [each.elementId, each.count, each.incidents]),
    [
      ['callActivity_Verfahren', 3, 0],
      [SORT, 1, 1],
    ],
  );
  t.deepEqual((await get('ops', '/api/processes/vorgang/tokens')).body.elements, null);
});

test('the cases at a step: whoever may see them, longest waiting first, page by page', async (t) => {
  const url = `/api/processes/duldung/cases?elementId=${CONDITIONS}`;
  const numbers = (body: { items: { aktenzeichen: string }[] }): string[] => body.items.map((each) => each.aktenzeichen);
  const all = await get('sb-sg4', url);
  t.deepEqual(
    numbers(all.body),
    [first, second, third].map((each) => each.aktenzeichen),
  );
  const page = await get('sb-sg4', `${url}&limit=2`);
  t.deepEqual(numbers(page.body), [first.aktenzeichen, second.aktenzeichen]);
  t.deepEqual(numbers((await get('sb-sg4', `${url}&limit=2&cursor=${page.body.next}`)).body), [third.aktenzeichen]);
  t.deepEqual((await get('pv', url)).body.items, []);
  t.deepEqual((await get('sb-sg1', url)).body.items, []);
  const roots = '/api/processes/vorgang/cases';
  t.false(numbers((await get('sb-sg4', roots)).body).includes(hidden.aktenzeichen));
  t.deepEqual(numbers((await get('sicherheit', roots)).body), [hidden.aktenzeichen]);
});

test('a step in words: documentation, norm, skill, form fields, called process and decision, four eyes', async (t) => {
  const { body } = await get('sb-sg1', '/api/processes/duldung/elements');
  const element = (id: string) => body.elements.find((each: { elementId: string }) => each.elementId === id);
  t.deepEqual(body.sections, ['SG4']);
  const ground = element('userTask_DuldungsgrundPruefen');
  t.like(ground, { name: 'Duldungsgrund prüfen', skill: 'recht-humanitaer', performers: { kind: 'assigned' } });
  t.regex(ground.documentation, /§ 60a/);
  t.like(ground.form.fields[0], { label: 'Duldungsgrund', required: true });
  t.deepEqual(element('callActivity_Vollstaendigkeit').process, { id: 'vollstaendigkeit', name: 'Vollständigkeit' });
  t.deepEqual(element('businessRuleTask_BefristungBestimmen').decision, { id: 'befristung', name: 'Befristung' });
  const sign = (await get('pv', '/api/processes/vier-augen/elements')).body.elements.find(
    (each: { elementId: string }) => each.elementId === 'userTask_BescheidZeichnen',
  );
  t.like(sign, { performers: { kind: 'legal' } });
  for (const step of ['Auflagen festlegen', 'Über die Versagung entscheiden', 'Abhilfe prüfen', 'Über den Antrag entscheiden'])
    t.true(sign.fourEyes.name.includes(step), step);
});

test('a decision as a table', async (t) => {
  const { body } = await get('pv', '/api/decisions/routing');
  t.is(body.hitPolicy, 'FIRST');
  t.is(body.inputs.length, body.rules[0].inputs.length);
  t.is(body.outputs.length, body.rules[0].outputs.length);
  t.truthy(body.rules[0].annotation);
  t.deepEqual(body.requires, [{ id: 'wirksames_anliegen', name: 'Wirksames Anliegen' }]);
  t.is((await get('pv', '/api/decisions/wirksames_anliegen')).body.name, 'Wirksames Anliegen');
});

test('applicants, unknown models and unknown releases: one and the same answer', async (t) => {
  const absent = await get('pv', '/api/processes/gibt-es-nicht/tokens');
  t.is(absent.status, 404);
  for (const url of ['map', 'duldung/tokens', 'duldung/elements', 'duldung/cases'])
    t.deepEqual(await get('antragsteller', `/api/processes/${url}`), absent);
  t.deepEqual(await get('antragsteller', '/api/decisions/routing'), absent);
  t.deepEqual(await get('pv', '/api/decisions/gibt_es_nicht'), absent);
  for (const url of ['tokens', 'elements', 'cases']) t.deepEqual(await get('pv', `/api/processes/duldung/${url}?version=7`), absent);
});
