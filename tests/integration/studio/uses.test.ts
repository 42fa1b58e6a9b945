import { randomUUID } from 'node:crypto';
import test from 'ava';
import { accounts, NOT_FOUND } from '../api/people.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

const studio = await openStudio();
const { as, create } = studio;
test.after.always(studio.stop);

const DULDUNG = 'duldung/duldung.bpmn';
const GROUND = 'duldung/duldung-grund.form';
const HIDDEN = 'sicherheitspruefung/';

type Use = { path: string; elementId: string; elementName: string; how: string };
type Things = { items: { kind: string; name: string; uses: Use[] }[] };
const ask = async (changeId: string, path: string, element?: string, by = 'pv'): Promise<Things> =>
  studio.must(await as(by).get(`${BASE}/${changeId}/uses?path=${path}${element ? `&element=${element}` : ''}`), 200) as Things;

test('a form: the step that shows it, with its name', async (t) => {
  const changeId = await create();
  t.deepEqual((await ask(changeId, GROUND)).items, [
    {
      kind: 'form',
      name: 'duldung-grund',
      words: 'Duldungsgrund prüfen',
      uses: [{ path: DULDUNG, elementId: 'userTask_DuldungsgrundPruefen', elementName: 'Duldungsgrund prüfen', how: 'zeigt' }],
    },
  ]);
});

test('the models are looked at as they would be after the change', async (t) => {
  const content = repositoryFile(DULDUNG).replace('formId="duldung-grund"', 'formId="duldung-auflagen"');
  const changeId = await create([{ path: DULDUNG, content }]);
  t.deepEqual((await ask(changeId, GROUND)).items[0]?.uses, []);
  t.is((await ask(await create(), GROUND)).items[0]?.uses.length, 1, 'another change knows nothing of it');
});

test('who reads the studio reads it; for everybody else, and without the change, there is nothing', async (t) => {
  const changeId = await create();
  for (const account of accounts) {
    const { status, text } = await as(account).get(`${BASE}/${changeId}/uses?path=${GROUND}`);
    if (/^(?:pv|al|con|ops|rsb-)/.test(account)) t.is(status, 200, account);
    else t.deepEqual([status, text], [404, NOT_FOUND], account);
  }
  t.is((await as('pv').get(`${BASE}/${randomUUID()}/uses?path=${GROUND}`)).status, 404);
});

test('paths and elements that are none are refused; one that is not there leans on nothing', async (t) => {
  const changeId = await create();
  for (const query of ['', '?path=../x.form', `?path=${GROUND}&element=%3Cx%3E`, `?path=${GROUND}&name=x`])
    t.is((await as('pv').get(`${BASE}/${changeId}/uses${query}`)).status, 400, query);
  t.deepEqual((await ask(changeId, 'duldung/gibt-es-nicht.form')).items, []);
});

test('places in the hidden process are told to who answers for it, and to nobody who reads along', async (t) => {
  const changeId = await create();
  const block = 'blocks/sicherheitsanfrage/sicherheitsanfrage.bpmn';
  const hidden = async (by: string): Promise<string[]> =>
    [
      ...(await ask(changeId, block, undefined, by)).items,
      ...(await ask(changeId, 'vorgang/vorgang.bpmn', 'startEvent_VorgangEingegangen', by)).items,
    ]
      .flatMap(({ uses }) => uses)
      .map(({ path }) => path)
      .filter((path) => path.startsWith(HIDDEN));
  for (const account of ['pv', 'al', 'rsb-sg4']) t.true((await hidden(account)).length > 0, account);
  for (const account of ['con', 'ops']) t.deepEqual(await hidden(account), [], account);
  t.deepEqual((await ask(changeId, `${HIDDEN}sicherheitspruefung.bpmn`, undefined, 'con')).items, []);
});
