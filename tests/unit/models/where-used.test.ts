import { join } from 'node:path';
import test from 'ava';
import { readFolder } from '../../../services/engine/releases/read-bundle.ts';
import { ownContract } from '../../../services/models/check/promises/index.ts';
import { readLiveSet } from '../../../services/models/check/promises/live-set.ts';
import { withOfficeTexts } from '../../../services/models/check/promises/own-texts.ts';
import { createWorld } from '../../../services/models/check/promises/world.ts';
import { whereUsed } from '../../../services/models/index.ts';
import type { Thing } from '../../../services/models/where-used/use.ts';
import { usesOf } from '../../../services/models/where-used/where-used.ts';

const { files } = await readFolder(join(import.meta.dirname, '../../../processes'));
const world = createWorld(readLiveSet(withOfficeTexts(files)), await ownContract());

const DULDUNG = 'duldung/duldung.bpmn';
const GROUND = 'duldung/duldung-grund.form';
const ANHOERUNG = 'blocks/anhoerung/anhoerung.bpmn';

/** `path element: how`, one a line. */
const told = (uses: readonly { path: string; elementId: string; how: string }[]): string[] =>
  uses.map(({ path, elementId, how }) => `${path} ${elementId}: ${how}`.trim());
const of = (kind: Thing['kind'], name: string): string[] => told(usesOf(world, { kind, name }));

test('a field: its form, the conditions that read it, and what the program needs it for', (t) => {
  t.deepEqual(of('variable', 'duldungsgrund').slice(0, 3), [
    ': braucht das Programm: um die Dauer der Erlaubnis oder Duldung vorzuschlagen',
    `${GROUND} feld_duldungsgrund: fragt das Formular`,
    `${GROUND} feld_mitwirkungSchritte: liest die Bedingung`,
  ]);
});

test('a variable: who sets it, hands it on and decides by it, in all processes', (t) => {
  const found = of('variable', 'bescheidErgebnis');
  for (const line of [
    'blocks/bescheid/bescheid.bpmn serviceTask_BescheidVersenden: setzt der Dienst bescheid-versenden',
    'blocks/bescheid/bescheid.bpmn endEvent_Zurueckgegeben: setzt',
    `${DULDUNG} callActivity_Begleitschreiben: gibt es weiter`,
    `${DULDUNG} flow_AblehnungVersandt_AzrAblehnungMelden: liest die Bedingung`,
    'duldung/duldung-auflagen.form feld_zurueck: liest die Bedingung',
  ])
    t.true(found.includes(line), line);
  t.true(of('variable', 'sachgebiet').includes('decisions/team.dmn team: liest die Tabelle'));
  t.true(of('variable', 'sachgebiet').includes(`${ANHOERUNG} userTask_StellungnahmeWuerdigen: liest die Zuteilung`));
  t.deepEqual(of('variable', 'gibtEsNicht'), []);
});

test('a line is told by its ends', (t) => {
  const line = usesOf(world, { kind: 'variable', name: 'bescheidErgebnis' }).find(
    ({ elementId }) => elementId === 'flow_AblehnungVersandt_AzrAblehnungMelden',
  );
  t.is(line?.elementName, 'Ablehnung versandt? → Ablehnung an AZR melden');
});

test('a message: who sends it, who waits for it, which process begins with it', (t) => {
  const [sender, ...waiting] = of('message', 'frist-geaendert');
  t.is(sender, ': sendet das Programm');
  t.is(waiting.length, 12);
  t.true(waiting.every((line) => line.endsWith(': wartet darauf')));
  t.true(waiting.includes('blocks/gebuehr/gebuehr.bpmn message_FristErneutGeaendert: wartet darauf'));
  t.true(of('message', 'vorgang-eingegangen').some((line) => line.endsWith('startEvent_VorgangEingegangen: beginnt damit')));
});

test('tables, forms, blocks, jobs and letters: the steps that name them', (t) => {
  t.deepEqual(of('decision', 'routing'), ['blocks/eingang/eingang.bpmn businessRuleTask_SachgebietBestimmen: fragt']);
  t.deepEqual(of('form', 'duldung-grund'), [`${DULDUNG} userTask_DuldungsgrundPruefen: zeigt`]);
  t.deepEqual(of('letter', 'duldung'), [`${DULDUNG} callActivity_Begleitschreiben: versendet`]);
  t.deepEqual(of('process', 'vier-augen'), ['blocks/bescheid/bescheid.bpmn callActivity_VierAugen: ruft']);
  t.is(of('job', 'warten-beginnen').length, 9);
  t.deepEqual(of('job', 'gibt-es-nicht'), []);
});

test('a norm: the steps and processes that rest on it, the letters and articles that name it', (t) => {
  const found = of('norm', '§ 60a AufenthG');
  for (const line of [
    `${DULDUNG} : beruht als Ablauf darauf`,
    `${DULDUNG} userTask_DuldungsgrundPruefen: beruht darauf`,
    ': nennt das Schreiben „Begleitschreiben zur Duldung“',
    ': nennt der Artikel „Welcher Duldungsgrund trägt?“',
  ])
    t.true(found.includes(line), line);
  t.deepEqual(of('norm', '§ 999 AufenthG'), []);
});

test('a thing goes by the words people know', async (t) => {
  const [field] = await whereUsed(files, GROUND, 'feld_duldungsgrund');
  t.is(field?.words, 'Duldungsgrund');
  t.true(field?.uses.every(({ elementName }) => elementName !== 'duldungsgrund'));
  const call = await whereUsed(files, DULDUNG, 'callActivity_Begleitschreiben');
  t.deepEqual(
    call.filter(({ kind }) => kind !== 'norm' && kind !== 'variable').map(({ kind, words }) => `${kind}: ${words}`),
    ['process: Bescheid', 'letter: Begleitschreiben zur Duldung'],
  );
});

test('a process no step names is chosen by the routing table, and started where its answer is read', (t) => {
  t.deepEqual(of('process', 'duldung'), [
    'vorgang/vorgang.bpmn callActivity_Verfahren: kann rufen',
    'decisions/routing.dmn routing: wählt die Tabelle',
  ]);
});

const at = async (path: string, elementId: string): Promise<Record<string, string[]>> =>
  Object.fromEntries((await whereUsed(files, path, elementId)).map(({ kind, name, uses }) => [`${kind} ${name}`, told(uses)]));

test('what stands at a place, without the place itself', async (t) => {
  const step = await at(DULDUNG, 'userTask_DuldungsgrundPruefen');
  t.deepEqual(step['form duldung-grund'], []);
  t.deepEqual(Object.keys(step), ['form duldung-grund', ...['60a', '60b', '60c', '60d'].map((each) => `norm § ${each} AufenthG`)]);
  const field = await at(GROUND, 'feld_duldungsgrund');
  t.deepEqual(Object.keys(field), ['variable duldungsgrund']);
  t.is(field['variable duldungsgrund']?.length, 7);
  t.deepEqual(await at(GROUND, ''), { 'form duldung-grund': [`${DULDUNG} userTask_DuldungsgrundPruefen: zeigt`] });
  const process = Object.keys(await at(DULDUNG, ''));
  t.is(process[0], 'process duldung');
  t.true(process.slice(1).every((each) => each.startsWith('norm § 6')));
  const call = await at(DULDUNG, 'callActivity_Begleitschreiben');
  t.true((call['process bescheid'] ?? []).length > 2);
  t.deepEqual(call['letter duldung'], []);
  t.true(call['variable bescheidErgebnis']?.includes(`${DULDUNG} flow_AblehnungVersandt_AzrAblehnungMelden: liest die Bedingung`));
});

test('a table: who asks it, and who reads what it answered; a row is its table', async (t) => {
  const table = await at('decisions/team.dmn', '');
  t.deepEqual(table['decision team'], ['blocks/eingang/eingang.bpmn businessRuleTask_TeamBestimmen: fragt']);
  const row = world.set.tables.find(({ path }) => path === 'decisions/team.dmn')?.decisions[0]?.rules[0]?.id ?? '';
  t.deepEqual(Object.keys(await at('decisions/team.dmn', row)), Object.keys(table));
});

test('a variable of a block is its own: what another block calls by the same name is another', async (t) => {
  const { 'variable warteId': own = [] } = await at(ANHOERUNG, 'serviceTask_WartenBeginnen');
  t.true(own.length > 0);
  t.false(own.some((line) => line.startsWith('blocks/gebuehr/')));
  t.true(of('variable', 'warteId').some((line) => line.startsWith('blocks/gebuehr/')));
});

test('nothing where nothing is: no such element, no such file, a text that cannot be read', async (t) => {
  t.deepEqual(await whereUsed(files, DULDUNG, 'userTask_GibtEsNicht'), []);
  t.deepEqual(await whereUsed(files, GROUND, 'feld_gibt_es_nicht'), []);
  t.deepEqual(await whereUsed(files, 'duldung/gibt-es-nicht.form', ''), []);
  const broken = files.map((file) => (file.path === DULDUNG ? { ...file, content: '<bpmn' } : file));
  t.deepEqual(await whereUsed(broken, DULDUNG, ''), []);
  t.deepEqual((await whereUsed(broken, GROUND, ''))[0]?.uses, []);
});
