import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { assertTextless } from '../../services/engine/variables.ts';
import {
  ANSWER,
  askedWhileExamining,
  DECIDE,
  EXAMINE,
  examined,
  finish,
  granted,
  sendGrant,
  taskOf,
  upToExamination,
  votum,
} from '../support/beschaeftigung.ts';
import { openDatabase } from '../support/crash-ground.ts';
import { as, dataDir, readCase, today, until } from '../support/office.ts';

/** What people type stays in the case: the engine's own records are searched for it, after as much has been typed as a permit takes. */
const db = openDatabase();
test.after.always(() => db.destroy());

const models = join(import.meta.dirname, '../../processes');
const modelTexts = globSync('**/*.{bpmn,dmn}', { cwd: models })
  .map((file) => readFileSync(join(models, file), 'utf8'))
  .join('\n')
  .replaceAll('&#34;', '"');

/** A word nobody else uses, so that it is found wherever it went. */
const word = 'Qzxvwort';
const typed = (where: string): string => `${word} ${where}, wegen Krankheit`;

type Variable = { name: string; value: unknown };
/** What a case was started with, and what its jobs gave back; all other variables are made of these. */
const variablesOf = async (caseId: string): Promise<Variable[]> => {
  const { rows } = (await db.raw(
    `select v.key as name, v.value from records r join engine_instances i on i.process_instance_key = r.body::jsonb->'value'->>'processInstanceKey',
            jsonb_each(r.body::jsonb->'value'->'variables') v
      where r.value_type in ('JOB', 'MESSAGE_START_EVENT_SUBSCRIPTION') and i.case_id = ?`,
    [caseId],
  )) as { rows: Variable[] };
  return rows;
};
const recordsWith = async (text: string): Promise<number> =>
  Number(((await db.raw('select count(*) as n from records where body like ?', [`%${text}%`])) as { rows: { n: string }[] }).rows[0]?.n);

/** The engine's own log has every message and every variable, whether or not anybody reads its record. */
const engineLogHas = (text: string): boolean =>
  globSync('**/*.log', { cwd: join(dataDir(), 'zeebe') }).some((file) => readFileSync(join(dataDir(), 'zeebe', file)).includes(text));

/** Words of a model (a table's own hint) are nobody's data; all else is a code, an id, a day, a number. */
const isOfModel = (value: unknown): boolean => typeof value === 'string' && modelTexts.includes(value);
const isHarmless = (name: string, value: unknown): boolean => {
  if (typeof value === 'object' && value !== null) return Object.values(value).every((each) => isHarmless(name, each));
  try {
    assertTextless('record', { [name]: value });
    return true;
  } catch {
    return isOfModel(value);
  }
};

test('nothing that was typed on the way of a permit is in the engine’s records, and every variable is a code, an id, a day or a number', async (t) => {
  const { caseId } = await upToExamination({
    applicant: {
      familienname: `${word}name`,
      vornamen: `${word}vor`,
      geburtsort: typed('Geburtsort'),
      email: `${word.toLowerCase()}@example.org`,
      anschrift: `${word}weg 1, 76133 ${word}stadt`,
    },
    facts: { haeuslicheGewalt: true },
  });
  await as('sb-sg1').post(`/api/cases/${caseId}/reminders`, { date: (await today()).add({ days: 30 }).toString(), note: typed('Notiz') });
  await as('sb-sg1').post(`/api/cases/${caseId}/security-note`, { text: typed('Hinweis') });
  const asked = { frage: typed('Frage'), sachverhaltKurz: typed('Sachverhalt'), eigenerVorschlag: typed('Vorschlag') };
  await finish(caseId, EXAMINE, { ...askedWhileExamining, ...asked });
  await finish(caseId, ANSWER, { ...votum('KLAEREN'), votumBegruendung: typed('Antwort') }, 'rsb-sg1');
  const job = {
    arbeitgeberName: typed('Arbeitgeber'),
    arbeitgeberAnschrift: typed('Werk'),
    taetigkeit: `${word}in`,
    abschluss: typed('Abschluss'),
  };
  await finish(caseId, EXAMINE, examined('ERTEILUNG', job));
  await taskOf(caseId, DECIDE);
  await finish(caseId, DECIDE, granted((await today()).add({ years: 3 }).toString()));
  await sendGrant(caseId);
  const found = await readCase(caseId, 'sb-sg1');
  t.true(JSON.stringify(found.facts).includes(word), 'the case has what was typed');

  const variables = await until('the records of the decision', async () => {
    const rows = await variablesOf(caseId);
    return rows.some(({ name }) => name === 'bescheidId') && rows;
  });
  t.true(variables.length > 50, `${variables.length}`);
  t.true((await recordsWith(caseId)) > 0 && engineLogHas(caseId), 'a search finds what is there');
  for (const text of [word, word.toLowerCase(), 'wegen Krankheit']) {
    t.is(await recordsWith(text), 0, text);
    t.false(engineLogHas(text), text);
  }
  const names = new Set(variables.map(({ name }) => name));
  for (const name of ['haeuslicheGewalt', 'gewaltschutz', 'krank', 'medizinischesAttest', 'duldungsgrund']) t.false(names.has(name), name);
  for (const { name, value } of variables) t.true(isHarmless(name, value), `${name}: ${JSON.stringify(value)}`);
});
