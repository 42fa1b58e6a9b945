import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { canonical, createTrial, type FeelText, TOO_LATE } from '../../../services/engine/index.ts';
import { readConfig } from '../../../services/platform/config.ts';
import { createLog } from '../../../services/platform/log.ts';

const folder = new URL('../../../processes/', import.meta.url);
const live = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
type Example = { name: string; decision: string; input: Record<string, unknown>; output: unknown };
const examplesOf = (table: string): Example[] => JSON.parse(live(table.replace('.dmn', '.vectors.json')));

const log = createLog({ level: 'silent', name: 'trial' });
const trial = createTrial(readConfig({ TRIAL_JAVA: process.env.TRIAL_JAVA, TRIAL_CLASSES: process.env.TRIAL_CLASSES }), log);
test.after.always(() => trial.close());

const ROUTING = 'decisions/routing.dmn';
const flooded = (path: string): string =>
  live(path).replace('<text>1</text>', '<text>if count(for i in 1..3000, j in 1..3000 return i) = 0 then 1 else 1</text>');

test.serial('the engine’s parser says from which sign on it understands nothing', async (t) => {
  const texts: FeelText[] = [
    { text: '<= 7 Tage', unary: true },
    { text: '<= 7', unary: true },
    { text: 'a = ', unary: false },
    { text: 'a = 1', unary: false },
  ];
  const said = await trial.parse(texts);
  t.regex(said[0] ?? '', /:1:6, found "Tage"$/);
  t.deepEqual([said[1], said[3]], ['', '']);
  t.not(said[2], '');
});

test.serial('a process is refused for what a deployment would be refused for', async (t) => {
  const path = 'versagung/versagung.bpmn';
  t.is(await trial.validate('x', live(path)), '');
  const condition = live(path).replace('=ergebnisVersagung = "VERSAGEN"', 'a = 1');
  t.regex(await trial.validate('x', condition), /Element: flow_Versagen_Versagungsbescheid.*Expected expression but found static value/s);
  t.regex(
    await trial.validate(
      'x',
      live(path).replaceAll('<bpmn:outgoing>', '<bpmn:ausgehend>').replaceAll('</bpmn:outgoing>', '</bpmn:ausgehend>'),
    ),
    /cvc-|Invalid content/,
  );
});

test.serial('every example of every table gets the answer it names', async (t) => {
  for (const table of ['routing', 'team', 'prioritaet', 'befristung', 'gebuehr', 'fiktion']) {
    const content = live(`decisions/${table}.dmn`);
    for (const { name, decision, input, output } of examplesOf(`decisions/${table}.dmn`)) {
      const tried = await trial.evaluate({ content, decision, variables: input });
      t.is(tried.failure, '', name);
      t.is(canonical(tried.output), canonical(output), name);
    }
  }
});

test.serial('the cells that hold are those of the row that applied, and more', async (t) => {
  const content = live(ROUTING);
  for (const { decision, input } of examplesOf(ROUTING)
    .filter((each) => each.decision === 'routing')
    .slice(0, 20)) {
    const [tried, { cells, failure }] = [
      await trial.evaluate({ content, decision, variables: input }),
      await trial.cells({ content, decision, variables: input }),
    ];
    t.is(failure, '');
    const [applied] = tried.steps.at(-1)?.rules ?? [];
    t.truthy(applied);
    t.true(cells.length > 0);
  }
});

test.serial('what takes too long is ended, and the next question is answered', async (t) => {
  const content = flooded('decisions/prioritaet.dmn');
  const [example] = examplesOf('decisions/prioritaet.dmn') as [Example];
  const tried = await trial.evaluate({ content, decision: 'prioritaet', variables: { ...example.input } });
  t.is(tried.failure, TOO_LATE);
  const again = await trial.evaluate({ content: live('decisions/prioritaet.dmn'), decision: 'prioritaet', variables: example.input });
  t.is(canonical(again.output), canonical(example.output));
});

test.serial('what takes too much memory is ended likewise', async (t) => {
  const huge = 'if count(for i in 1..999999999 return i) = 0 then 1 else 1';
  const content = live('decisions/prioritaet.dmn').replace('<text>1</text>', `<text>${huge}</text>`);
  const [example] = examplesOf('decisions/prioritaet.dmn') as [Example];
  t.is((await trial.evaluate({ content, decision: 'prioritaet', variables: example.input })).failure, TOO_LATE);
  t.is((await trial.parse([{ text: '1', unary: false }]))[0], '');
});

test.serial('questions asked at once are answered each with its own', async (t) => {
  const content = live('decisions/team.dmn');
  const examples = examplesOf('decisions/team.dmn').slice(0, 12);
  const answers = await Promise.all(examples.map(({ decision, input }) => trial.evaluate({ content, decision, variables: input })));
  t.deepEqual(
    answers.map(({ output }) => canonical(output)),
    examples.map(({ output }) => canonical(output)),
  );
});

test.serial('what the program cannot read is a failure, and never its end', async (t) => {
  for (const content of ['', '<a/>', '<x', '\u0000', `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`]) {
    t.not(await trial.readTable(content), '', content);
    t.not(await trial.validate('x', content), '', content);
  }
  t.is((await trial.evaluate({ content: live(ROUTING), decision: 'gibt-es-nicht', variables: {} })).failure, 'no decision gibt-es-nicht');
  t.is((await trial.parse([{ text: '1', unary: false }]))[0], '');
});

test.serial('closed while its program comes up, it leaves none behind', async (t) => {
  const closing = createTrial(readConfig({ TRIAL_JAVA: process.env.TRIAL_JAVA, TRIAL_CLASSES: process.env.TRIAL_CLASSES }), log);
  const answer = closing.parse([{ text: '1', unary: false }]);
  // Java takes longer than this to come up.
  await pause(50);
  const refused = t.throwsAsync(answer, { message: /does not start|closed/ });
  await closing.close();
  await refused;
});

test.serial('where the program is missing it says so, and asks nobody else', async (t) => {
  const none = createTrial({ trialJava: '', trialClasses: '' }, log);
  t.regex(none.missing() ?? '', /nicht ausprobieren/);
  await t.throwsAsync(none.readTable(live(ROUTING)), { name: 'Unavailable', message: /TRIAL_JAVA/ });
  await none.close();
});
