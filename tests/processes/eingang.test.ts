import { readFileSync } from 'node:fs';
import test from 'ava';
import { CHECK } from '../support/duldung.ts';
import { anApplicant, as, atMost, caseWhen, openCase, openTask } from '../support/office.ts';

type Vector = {
  name: string;
  decision: string;
  input: { anliegen: string; titelNorm: string; schutzstatus: string; entscheidendesSg: string };
  output: { sachgebiet: string; team: string; rolle: string; prozess: string };
};
const vectors = (
  JSON.parse(readFileSync(new URL('../../processes/decisions/routing.vectors.json', import.meta.url), 'utf8')) as Vector[]
).filter((vector) => vector.decision === 'routing');
const inTurn = atMost(6);
const HIDDEN = ['SICHERHEIT', 'SICHERHEITSNACHRICHT', 'AUSWEISUNG', 'STRAFNACHRICHT'];
/** Where a person first meets a case of the models that are there. */
const firstTasks: Record<string, string> = {
  duldung: CHECK,
  'ae-beschaeftigung': CHECK,
  widerspruch: 'userTask_ZulaessigkeitPruefen',
  sicherheitspruefung: 'userTask_RelevanzPruefen',
};
const unknown = vectors.filter(({ input }) => !/^[A-Z0-9_]+$/.test(input.anliegen));

const factsOf = ({ schutzstatus, entscheidendesSg }: Vector['input']): Record<string, unknown> => ({
  schutzstatus,
  ...(entscheidendesSg ? { entscheidendesSg } : {}),
});

for (const vector of vectors.filter((each) => !unknown.includes(each) && each.input.anliegen !== 'GIBT_ES_NICHT')) {
  test(`routing, ${vector.name}: section, role and list of the table`, async (t) => {
    await inTurn(async () => {
      const { input, output } = vector;
      const by = HIDDEN.includes(input.anliegen) ? 'sicherheit' : 'svc';
      const opened = await as(by).post('/api/cases', {
        anliegen: input.anliegen,
        applicant: anApplicant(input.titelNorm ? { titelNorm: input.titelNorm } : {}),
        facts: factsOf(input),
      });
      if (opened.status === 400) {
        // A row for anything else the table may be asked; intake takes only Anliegen it knows.
        t.is(output.prozess, '');
        return;
      }
      const { caseId } = opened.body;
      const member = output.rolle;
      const element = firstTasks[output.prozess] ?? 'userTask_VorgangSortieren';
      const taskId = await openTask(caseId, element, member);
      const found = await caseWhen(
        caseId,
        'routed',
        (body) => Boolean(body.section),
        member === 'tel' || member === 'notfall' ? 'svc' : member,
      );
      t.is(found.section, output.sachgebiet);
      if (found.routing) {
        t.is(found.routing.role, output.rolle);
        t.is(found.routing.process, output.prozess);
        if (output.team !== 'D2') t.is(found.team, output.team);
      }
      const task = (await as(member).get(`/api/tasks/${taskId}`)).body;
      t.true(task.may.includes('claim') || task.assignee !== null);
    });
  });
}

test('the reason names section, cause and rule, with the rows that lost and why', async (t) => {
  const { caseId } = await openCase('DULDUNG', { facts: { schutzstatus: 'DULDUNG' } });
  await openTask(caseId, CHECK);
  const { routing } = await caseWhen(caseId, 'explained', (body) => body.routing.explanation === 'fertig');
  t.is(routing.rule, 'D1_04');
  t.regex(routing.reason, /^Sachgebiet 4 \(.*\), weil .* \(Regel D1_04\)\.$/);
  t.is(routing.inputs.wirksamesAnliegen, 'DULDUNG');
  t.true(routing.losers.length > 0);
  for (const loser of routing.losers) t.regex(loser.because, /verlangt ist/);
});

test('a title that ends within a week makes the case urgent', async (t) => {
  const { body } = await as('svc').get('/api/me');
  const soon = Temporal.PlainDate.from(body.today).add({ days: 5 }).toString();
  const urgent = await openCase('NIEDERLASSUNG', { applicant: { titelGueltigBis: soon, aufenthaltsstatus: 'TITEL_GUELTIG' } });
  const ordinary = await openCase('NIEDERLASSUNG');
  for (const [{ caseId }, priority] of [
    [urgent, 1],
    [ordinary, 3],
  ] as const) {
    t.is((await caseWhen(caseId, 'priority', (found) => found.priority !== null, 'sb-sg2')).priority, priority);
  }
});

test('an application in time keeps the old title alive (Fortgeltung), with its norm', async (t) => {
  const { body } = await as('svc').get('/api/me');
  const titelGueltigBis = Temporal.PlainDate.from(body.today).add({ days: 20 }).toString();
  const { caseId } = await openCase('FAMILIE', { applicant: { titelGueltigBis, aufenthaltsstatus: 'TITEL_GUELTIG' } });
  const found = await caseWhen(caseId, 'Fiktion', (each) => each.fiktion, 'sb-sg2');
  t.is(found.fiktion.wirkung, 'FORTGELTUNG');
  t.regex(found.fiktion.norm, /§ 81 Abs\. 4/);
});
