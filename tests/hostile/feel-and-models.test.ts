import test from 'ava';
import { readRun } from '../../services/embedded/run-file.ts';
import { as, caseWhen, dataDir, openCase, type Reply } from '../support/office.ts';
import { repositoryFile } from '../support/studio.ts';

/** Whoever writes models is one person with no second beside them yet: whatever stands in their draft, the office goes on as if it were not there. */
const BASE = '/api/process-changes';
const PRIORITY = 'decisions/prioritaet.dmn';
const priority = repositoryFile(PRIORITY);

const answers: { what: string; status: number }[] = [];
const sent = async (what: string, reply: Promise<Reply>): Promise<Reply> => {
  const answer = await reply;
  answers.push({ what, status: answer.status });
  return answer;
};

const cell = (feel: string): string => feel.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const withOutput = (feel: string): string => priority.replace('<text>1</text>', () => `<text>${cell(feel)}</text>`);

/** Each is written into a cell that the first examples reach. */
const expressions: [what: string, feel: string][] = [
  ['two loops in one', 'if count(for i in 1..1000, j in 1..1000 return i) = 0 then 1 else 1'],
  ['a loop without blanks', 'if count(fori in1..999999999 returni) = 0 then 1 else 1'],
  ['a loop whose end is worked out', 'count(for i in 1..(900*900) return i)'],
  ['some over the square', 'if some i in 1..900, j in 1..900 satisfies i + j > 99999 then 1 else 1'],
  ['a function that calls itself', '{f: function(n) if n = 0 then 0 else f(n-1) + f(n-1), r: f(40)}.r'],
  ['two functions that call each other', '{f: function(n) g(n), g: function(n) f(n), r: f(1)}.r'],
  ['a search that goes back and forth', 'if matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$") then 1 else 1'],
  [
    'entries that double',
    '{a: [1,1], b: concatenate(a,a,a,a), c: concatenate(b,b,b,b), d: concatenate(c,c,c,c), e: concatenate(d,d,d,d)}.e',
  ],
  ['a number of a hundred million digits', 'decimal(1/3, 100000000)'],
  ['a thousand brackets', `${'('.repeat(1000)}1${')'.repeat(1000)}`],
  ['no FEEL at all', '1 2 3 "'],
];

const changed = (what: string, path: string, content: string): Promise<Reply> =>
  sent(what, as('pv').post(BASE, { title: `Feindlich: ${what}`, reason: 'Probe.', files: [{ path, content }] }));

const discard = async ({ body }: Reply): Promise<void> => {
  if (body?.changeId) await sent('discard', as('pv').post(`${BASE}/${body.changeId}/discard`));
};

const routedIn = async (): Promise<number> => {
  const begun = performance.now();
  const { caseId } = await openCase('DULDUNG');
  await caseWhen(caseId, 'routed', (found) => found.section === 'SG4');
  await as('svc').post(`/api/cases/${caseId}/withdraw`);
  return performance.now() - begun;
};

const processes = () => readRun(dataDir())?.processes;

test.serial('hostile FEEL in a table: a fault with its place, a trial that ends, no way on, and cases are routed meanwhile', async (t) => {
  t.timeout(240_000);
  const before = processes();
  const usual = Math.max(await routedIn(), await routedIn());
  let goesOn = true;
  const meanwhile = (async () => {
    const took: number[] = [];
    while (goesOn) took.push(await routedIn());
    return took;
  })();
  try {
    for (const [index, [what, feel]] of expressions.entries()) {
      const made = await changed(what, PRIORITY, withOutput(feel));
      t.is(made.status, 201, what);
      const { changeId } = made.body;
      const { body } = await sent(what, as('pv').post(`${BASE}/${changeId}/check`));
      t.true(body.errors > 0, what);
      const said = body.findings.filter(({ severity }: { severity: string }) => severity === 'error');
      t.true(
        said.some(({ message }: { message: string }) => /^Zeile \d+, Spalte „/.test(message)),
        `${what}: ${JSON.stringify(said)}`,
      );
      // The check alone would do: this shows that a trial somebody asks for all the same ends by itself.
      if (index === 0) t.is((await sent(what, as('pv').post(`${BASE}/${changeId}/dry-run`))).status, 200, what);
      t.is((await sent(what, as('pv').post(`${BASE}/${changeId}/submit`))).status, 409, what);
      await discard(made);
    }
  } finally {
    goesOn = false;
  }
  const took = await meanwhile;
  t.true(took.length > 0);
  t.true(Math.max(...took) < Math.max(5_000, usual * 5), `${Math.round(Math.max(...took))} ms, usually ${Math.round(usual)} ms`);
  t.deepEqual(processes(), before, 'nothing had to be started anew');
});

const bpmn = repositoryFile('versagung/versagung.bpmn');
const form = (component: object): string =>
  JSON.stringify({ type: 'default', id: 'probe', components: [{ id: 'feld', type: 'text', ...component }] });

const files: [what: string, kind: 'bpmn' | 'dmn' | 'form', content: string][] = [
  [
    'a condition that loops',
    'bpmn',
    bpmn.replace('=ergebnisVersagung = "VERSAGEN"', '=count(for i in 1..9999, j in 1..9999 return i) = 0'),
  ],
  ['a condition of another language', 'bpmn', bpmn.replace('=ergebnisVersagung = "VERSAGEN"', '\u0024{execution.getVariable("x")}')],
  [
    'a document type with entities',
    'bpmn',
    `<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;&b;">]>${bpmn.replace(/^<\?xml[^>]*\?>/, '')}`,
  ],
  ['a document from elsewhere', 'dmn', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
  ['fifty thousand elements', 'bpmn', `<a>${'<b/>'.repeat(50_000)}</a>`],
  ['deep down', 'dmn', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
  ['another encoding than it says', 'dmn', `<?xml version="1.0" encoding="UTF-16"?><definitions/>`],
  [
    'a function of its own',
    'dmn',
    priority.replace(
      '</definitions>',
      '<businessKnowledgeModel id="b" name="b"><encapsulatedLogic><literalExpression><text>b(1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>',
    ),
  ],
  ['half a table', 'dmn', priority.slice(0, priority.length / 2)],
  ['not a table', 'dmn', '{"a": 1}'],
  ['a form that loops', 'form', form({ conditional: { hide: '=some i in 1..9999, j in 1..9999 satisfies i = j + 99999' } })],
  ['a placeholder that loops', 'form', form({ text: '{{count(for i in 1..999999999 return i)}}' })],
  ['a script in a form', 'form', form({ text: '<img src=x onerror="alert(1)">' })],
  ['a form with a strange key', 'form', '{"__proto__": {"components": []}, "components": [null, 1, "x", {"__proto__": {"a": 1}}]}'],
  ['a form in a form in a form', 'form', `${'{"components":['.repeat(2_000)}${']}'.repeat(2_000)}`],
];

test.serial('hostile files: each is refused or has its faults named, and nothing breaks', async (t) => {
  t.timeout(120_000);
  const before = processes();
  for (const [what, kind, content] of files) {
    const { status, body } = await sent(what, as('pv').post('/api/processes/check', { name: `probe.${kind}`, kind, content }));
    t.true(
      status === 400 || (status === 200 && body.findings.some(({ severity }: { severity: string }) => severity === 'error')),
      `${what}: ${status}`,
    );
    await discard(await changed(what, `probe-feindlich/probe.${kind}`, content));
  }
  t.deepEqual(processes(), before);
  t.is((await as('pv').get('/api/health')).status, 200);
});

test.serial('no answer of all these was a fault of ours', (t) => {
  t.true(answers.length > 40);
  t.deepEqual(
    answers.filter(({ status }) => status >= 500),
    [],
  );
});
