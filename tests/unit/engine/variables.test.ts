import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import type Joi from 'joi';
import publishMessage from '../../../services/cases/commands/publish-message.ts';
import { messages } from '../../../services/cases/messages.ts';
import type { AnyCommand } from '../../../services/engine/define-command.ts';
import type { AnyWorker } from '../../../services/engine/define-worker.ts';
import { EngineRefused } from '../../../services/engine/errors.ts';
import { assertTextless, findUndeclared, isOfKind, isVariableCode, variableKinds } from '../../../services/engine/variables.ts';
import { type Form, fieldsOf } from '../../../services/forms/index.ts';
import { checkModel } from '../../../services/models/check/check-model.ts';

/**
 * The engine writes its variables down and forgets nobody. Whatever is sent to it is declared in one of three places, and in none of them is there a
 * way to say "text".
 */
const root = join(import.meta.dirname, '../../..');
const files = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted();
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const typedIn = [
  'Aalhof',
  'Müller-Lüdenscheidt',
  'Kim Probe',
  'Aalhof Probe, geb. 1.1.1990, HIV positiv',
  'Hauptstraße 5',
  'Ich bin krank.',
  '0761 55512345',
  '076155512345',
  '01.02.1990',
  'kim\nprobe',
  ' ',
];

for (const kind of variableKinds.filter((each) => each !== 'accounts'))
  test(`nothing that people type is of the kind ${kind}`, (t) => {
    for (const text of typedIn) {
      t.false(isOfKind(kind, text), text);
      t.false(isOfKind(kind, [text]), text);
      t.false(isOfKind(kind, { text }), text);
    }
    t.false(isOfKind(kind, 'kim@example.org'));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom(' ', '\n', ',', ';', 'ä', 'ß', '"', 'ا'),
        fc.string(),
        (before, odd, after) => {
          t.false(isOfKind(kind, before + odd + after));
        },
      ),
    );
  });

test('accounts are what people sign in with, and no words', (t) => {
  t.true(isOfKind('accounts', ['sb-sg4', 'rsb-sg4-2', 'kim.probe@amt.example']));
  for (const text of ['Kim Probe', 'Müller', '']) t.false(isOfKind('accounts', [text]));
  t.false(isOfKind('accounts', 'sb-sg4'));
});

test('codes, ids and days as tables, forms and workers write them are taken', (t) => {
  const codes = [
    '',
    'SG4',
    'T4b',
    'rsb-sg4',
    'AE_ERTEILUNG',
    'IDENTITAET_60B',
    'duldung--0a1b2c3d',
    '18g(1)S1',
    '25(2)F',
    '7(1)S3',
    '5',
    '81a',
  ];
  for (const code of [...codes, 'userTask_AntragPruefen']) t.true(isOfKind('code', code), code);
  for (const day of ['', '2026-06-08', '2026-06-08T21:59:59Z', '2026-06-08T21:59:59.000Z', '2026-06-08T23:59:59+02:00[Europe/Berlin]'])
    t.true(isOfKind('date', day), day);
  for (const kind of variableKinds) t.true(isOfKind(kind, null));
});

const workers = await Promise.all(
  files('services/*/workers/*.ts').map(async (file) => ({
    file,
    worker: ((await import(pathToFileURL(join(root, file)).href)) as { default: AnyWorker }).default,
  })),
);

test('every variable of a worker is of a kind that holds no text', (t) => {
  t.true(workers.length > 40);
  t.true(workers.filter(({ worker }) => worker.output).length > 15);
  for (const { file, worker } of workers)
    for (const [name, kind] of Object.entries(worker.output ?? {})) {
      t.true(typeof kind === 'string' ? variableKinds.includes(kind) : kind.every(isVariableCode), `${file}: ${name}`);
      if (kind === 'accounts') t.notThrows(() => assertTextless(file, { [name]: ['kim.probe@amt.example'] }));
    }
});

test('a worker that sets a text is refused, whether it declares it or not', (t) => {
  const set = { norm: 'Aalhof Probe, HIV positiv', rolle: 'sb-sg4' };
  t.deepEqual(findUndeclared({ norm: 'code', rolle: 'code' }, set), ['norm']);
  t.deepEqual(findUndeclared({ rolle: 'code' }, set), ['norm']);
  t.deepEqual(findUndeclared({}, set), ['norm', 'rolle']);
  // As somebody would write it who has not read variables.ts.
  t.throws(() => findUndeclared({ norm: 'text' as never }, set), { instanceOf: TypeError });
  t.deepEqual(findUndeclared({}, { constructor: 'x' }), ['constructor']);
});

test('messages carry what is declared for them, and no text', (t) => {
  const { schema } = publishMessage as unknown as { schema: Joi.Schema } & AnyCommand;
  const send = (name: string, variables: object) => schema.validate({ name, correlationKey: 'x', variables }).error?.message ?? '';
  t.is(send('wiedervorlage-vormerken', { caseId: crypto.randomUUID(), wunschFrist: '2026-06-08', vorlageRolle: 'svc' }), '');
  t.is(send('frist-geaendert', { frist: '2026-06-08', erinnern: true }), '');
  t.is(send('ba-antwort', { baAntwort: 'ZUSTIMMUNG' }), '', 'as the row of the authority says');
  t.regex(send('neu-zuordnen', { bemerkung: 'SG4' }), /bemerkung/);
  t.regex(send('zahlung', { neuesAnliegen: 'DULDUNG' }), /neuesAnliegen/, 'another message’s variable');
  t.regex(send('unbekannt', { caseId: crypto.randomUUID() }), /caseId/);
  t.regex(send('neu-zuordnen', { neuesAnliegen: 'Bitte schnell, ich bin krank' }), /neuesAnliegen/);
  t.notRegex(send('neu-zuordnen', { neuesAnliegen: 'Bitte schnell, ich bin krank' }), /schnell/);
  t.true(messages.size >= 15);
  for (const { variables } of messages.values())
    for (const [name, kind] of Object.entries(variables))
      t.true(typeof kind === 'string' ? variableKinds.includes(kind) : kind.every(isVariableCode), name);
});

const closed = ['radio', 'select', 'checkbox', 'checklist', 'number', 'datetime'];

test('a field of a form that goes to the engine is chosen from codes, or is a day, a number or a tick', (t) => {
  let found = 0;
  for (const file of files('processes/**/*.form'))
    for (const field of fieldsOf((JSON.parse(textOf(file)) as Form).components)) {
      if (field.properties?.engine === undefined) continue;
      found += 1;
      t.true(closed.includes(field.type), `${file} ${field.key}`);
      for (const { value } of field.values ?? []) t.true(isVariableCode(value), `${file} ${field.key}: ${value}`);
      if (['radio', 'select', 'checklist'].includes(field.type)) t.true((field.values ?? []).length > 0, `${file} ${field.key}`);
    }
  t.true(found > 15);
});

test('a form that would send a text is not released', async (t) => {
  const form = JSON.parse(textOf('processes/duldung/duldung-auflagen.form')) as Form;
  const found = async (change: (field: { [key: string]: unknown }) => void): Promise<string[]> => {
    const own = structuredClone(form);
    change(fieldsOf(own.components).find(({ key }) => key === 'entscheidung') as never);
    return (await checkModel('form', JSON.stringify(own))).map(({ rule }) => rule);
  };
  t.false((await found(() => undefined)).includes('form-engine'));
  t.true((await found((field) => Object.assign(field, { type: 'textfield', validate: { maxLength: 60 } }))).includes('form-engine'));
  t.true(
    (await found((field) => Object.assign(field, { values: [{ label: 'Ja', value: 'Ja, wegen Krankheit' }] }))).includes('form-engine'),
  );
});

test('the door of the engine lets no text through, whoever brings it, and says only its name', (t) => {
  t.notThrows(() =>
    assertTextless('completeJob', { caseId: crypto.randomUUID(), fehlend: ['PASS'], frist: null, ergebnis: { tage: 3, norm: '18b' } }),
  );
  t.notThrows(() => assertTextless('completeJob', { ausgeschlossen: ['kim.probe@amt.example'] }));
  for (const text of typedIn.filter((each) => each.trim() !== '')) {
    for (const variables of [{ hinweis: text }, { hinweis: ['PASS', text] }, { hinweis: { tiefer: [{ text }] } }]) {
      const error = t.throws(() => assertTextless('completeJob', variables), { instanceOf: EngineRefused });
      t.regex(error?.message ?? '', /hinweis/);
      t.false(error?.message.includes(text));
    }
  }
});

test('variables are sent from three places, and each of them is one of those above', (t) => {
  const senders = files('services/**/*.ts').filter((file) => /\.(?:publishMessage|completeJob|throwBpmnError)\(/.test(textOf(file)));
  t.deepEqual(
    senders.filter((file) => !file.endsWith('client/zeebe-engine.ts')).map((file) => file.replaceAll('\\', '/')),
    ['services/cases/commands/publish-message.ts', 'services/engine/run-job.ts', 'services/tasks/commands/complete-task.ts'],
  );
  const door = textOf('services/engine/client/zeebe-engine.ts');
  for (const call of ['publishMessage', 'completeJob', 'throwError']) t.true(door.includes(`assertTextless('${call}', variables)`), call);
});
