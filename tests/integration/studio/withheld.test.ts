import test from 'ava';
import { multiply } from './each-route.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

/** The process of the security circle, on every route that shows models: to whoever neither belongs to the circle nor answers for the model it is not there. */
const studio = await openStudio();
test.after.always(studio.stop);
const { as, db, create, server } = studio;

const FOLDER = 'sicherheitspruefung/';
const ROUTING = 'decisions/routing.dmn';
const edited = (path: string, find: RegExp, put: string) => ({ path, content: repositoryFile(path).replace(find, put) });

/** Ids and names of the process, its forms, steps and matters, and whole sentences of its documentation. */
const texts = ((): string[] => {
  const xml = repositoryFile(`${FOLDER}sicherheitspruefung.bpmn`);
  const documentation = [...xml.matchAll(/<bpmn:documentation>([^<]{30,})</g)].map((match) => (match[1] ?? '').slice(0, 60));
  const steps = [...xml.matchAll(/<bpmn:userTask id="(\w+)"/g)].map((match) => match[1] ?? '');
  return [...documentation, ...steps];
})();
const names = [
  ...['sicherheitspruefung', 'Sicherheitsprüfung', 'sicherheit-relevanz', 'sicherheit-klaeren'],
  ...['"SICHERHEIT', '\\"SICHERHEIT', 'SICHERHEITSNACHRICHT', 'STRAFNACHRICHT', 'verdeckter Nebenvorgang', '/watched'],
];
const needles = [...names, ...texts];
const foundIn = (text: string): string | undefined => needles.find((needle) => text.includes(needle));

const reading = /^\/(?:api\/(?:processes|decisions|norms|studio|model|process-changes|release-notes|legal)|openapi\.json|api-docs)/;
/** One of each kind of right; who shares theirs reads the same. */
const outside = ['svc', 'rsb-sg4', 'pv', 'al', 'con', 'dsb', 'ops', 'antragsteller'];
/** In the studio, who writes and who signs a model reads it. */
const answersFor = ['pv', 'al', 'rsb-sg4'];
const isStudio = (url: string): boolean => /^\/api\/(?:process-changes|model|studio)/.test(url);

let urls: string[] = [];
let change = '';

test.before(async () => {
  change = await create([
    edited(ROUTING, /Nur interne Meldung/, 'Nur eine interne Meldung'),
    edited(`${FOLDER}sicherheit-klaeren.form`, /"label": "[^"]+"/, '"label": "Anders"'),
  ]);
  const secretRelease = {
    release_no: 900,
    kind: 'change',
    title: 'Sicherheitsprüfung anders',
    reason: 'x',
    author: 'pv',
    parts: '[]',
    approved_by: ['al'],
    files: JSON.stringify([{ path: ROUTING, before: repositoryFile(ROUTING), after: repositoryFile(ROUTING) }]),
  };
  const [release] = await db('model_releases').insert(secretRelease).returning('release_no');
  const models = (await db('releases').distinct('plain_id').pluck('plain_id')) as string[];
  const paths = server
    .table()
    .filter((route) => route.method === 'get' && reading.test(route.path))
    .map((route) => route.path);
  urls = multiply(paths, { models: [...models, 'sicherheitspruefung', 'ausweisung'], change, release: release.release_no as number });
});

test('every route of models, studio and norms: nothing of the hidden process outside its circle', async (t) => {
  t.true(urls.length > 200, String(urls.length));
  for (const account of outside) {
    for (const url of urls) {
      if (isStudio(url) && answersFor.includes(account)) continue;
      const { text } = await as(account).get(url);
      const needle = foundIn(text);
      if (needle !== undefined)
        t.fail(`${account} ${url}: ${needle} in …${text.slice(Math.max(0, text.indexOf(needle) - 80), text.indexOf(needle) + 80)}…`);
    }
  }
  t.pass();
});

test('its model is answered like one that does not exist', async (t) => {
  for (const part of ['elements', 'xml', 'versions', 'tokens', 'heat', 'cases']) {
    const [hidden, absent] = [
      await as('pv').get(`/api/processes/sicherheitspruefung/${part}`),
      await as('pv').get(`/api/processes/gibt-es-nicht/${part}`),
    ];
    t.is(hidden.status, 404, part);
    t.is(hidden.text, absent.text, part);
  }
  t.is((await as('sb-sg4').get('/api/processes/sicherheit-klaeren/xml?kind=form')).status, 404);
});

test('the circle reads all of it, and the other rows of the tables stand as they are', async (t) => {
  t.is((await as('sicherheit').get('/api/processes/sicherheitspruefung/elements')).status, 200);
  const rows = async (account: string, id: string): Promise<string[]> =>
    (await as(account).get(`/api/decisions/${id}`)).body.rules.map((rule: { id: string }) => rule.id);
  const [all, some] = [await rows('sicherheit', 'routing'), await rows('sb-sg4', 'routing')];
  t.deepEqual(
    all.filter((id) => !some.includes(id)),
    ['D1_01', 'D1_02'],
  );
  for (const id of ['prioritaet', 'team', 'eskalation']) t.deepEqual(await rows('sb-sg4', id), await rows('sicherheit', id), id);
});

test('who writes and who signs the routing table reads it in the studio; who reads along does not', async (t) => {
  for (const account of answersFor) {
    const { status, body } = await as(account).get(`${BASE}/${change}/files?path=${ROUTING}`);
    t.is(status, 200, account);
    t.true(body.content.includes('sicherheitspruefung'), account);
  }
  for (const account of ['con', 'ops']) {
    t.is((await as(account).get(`${BASE}/${change}/files?path=${ROUTING}`)).status, 404, account);
    t.is((await as(account).get(`${BASE}/${change}`)).status, 404, account);
    t.is((await as(account).post(`${BASE}/${change}/check`)).status, 404, account);
    const open = await create([studio.plainText()]);
    t.is((await as(account).get(`${BASE}/${open}`)).status, 200, 'every other change is there as before');
  }
});
