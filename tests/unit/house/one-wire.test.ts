import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { loadRoutes } from '../../../services/platform/load-routes.ts';

/**
 * What goes over the wire is said once: a feature's answers.ts holds schema and type of each answer, routes declare the schema, the web application
 * takes the type. Nothing here knows the answers themselves; that they are as declared is asked of each of them in all tests (NODE_ENV=test).
 */
const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const routes = await loadRoutes<object>(fileURLToPath(new URL('../../../services', import.meta.url)));

test('every route says what it answers when all goes well: a schema, or that it is no JSON', (t) => {
  const unsaid = routes.flatMap(({ method, path, answers }) =>
    Object.entries(answers)
      .filter(
        ([status, { schema, raw }]) => Number(status) < 300 && Number(status) !== 204 && (schema === undefined) === (raw === undefined),
      )
      .map(([status]) => `${method} ${path} ${status}`),
  );
  t.deepEqual(unsaid, []);
  t.true(routes.length > 130);
});

/** Schemas of answers that stand in a route or beside it. */
const madeOnTheSpot = (path: string, text: string): string[] =>
  /\/answers\.ts$|\/(commands|workers)\//.test(path) ? [] : [...text.matchAll(/\bschema: Joi\b/g)].map(() => path);

test('a feature’s answers stand in its answers.ts', (t) => {
  const files = globSync('services/{*,*/*}/{routes/*,*}.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const found = files.filter((path) => !/^services\/(platform|engine)\//.test(path)).flatMap((path) => madeOnTheSpot(path, read(path)));
  t.deepEqual(found, []);
  t.deepEqual(madeOnTheSpot('services/a/routes/b.ts', 'answers: { 200: { schema: Joi.object({}) } },'), ['services/a/routes/b.ts']);
});

const imports = /^import (?:type )?\{([^}]*)\} from '([^']+)';/gm;
/** Name here → file it comes from. */
const importedIn = (path: string, text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(imports)].flatMap(([, names = '', from = '']) =>
      names
        .split(',')
        .map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')
              .at(-1) ?? '',
        )
        .filter(Boolean)
        .map((name): [string, string] => [name, normalize(join(path, '..', from)).replaceAll('\\', '/')]),
    ),
  );

const calls = /\bapi\.(?:get|post|put|patch)\b(?:<([^(]*)>)?\(|\.json\(\)\) as (\w+)/g;

/** Calls of the API in a file whose answer has a type that isn't one of an answers.ts. */
const typedByHand = (path: string, text: string): string[] => {
  const from = importedIn(path, text);
  return [...text.matchAll(calls)].flatMap(([whole, called, cast]) => {
    const type = (called ?? cast ?? '').replaceAll('[]', '');
    const names = type.split('|').map((name) => name.trim());
    const fine = names.every(
      (name) => ['unknown', 'string'].includes(name) || /^services\/(?:[^/]+\/){1,2}answers\.ts$/.test(from.get(name) ?? ''),
    );
    return fine ? [] : [`${path}: ${whole}`];
  });
};

test('whatever the web application asks the API for has a type of an answers.ts', (t) => {
  const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  t.true(files.length > 300);
  // The client itself, and the line that shows each part of the office by its name, whatever parts there are.
  const spared = ['web/src/api/client.ts', 'web/src/shell/health-line.tsx'];
  t.deepEqual(
    files.filter((path) => !spared.includes(path)).flatMap((path) => typedByHand(path, read(path))),
    [],
  );
});

test('a type written by hand, one of another file and a missing one are found', (t) => {
  const found = (text: string): number => typedByHand('web/src/tasks/queries.ts', text).length;
  t.is(found("api.get<{ items: string[] }>('/api/tasks');"), 1);
  t.is(found("type Task = { name: string };\napi.get<Task>('/api/tasks');"), 1);
  t.is(found("import type { Task } from './types.ts';\napi.get<Task>('/api/tasks');"), 1);
  t.is(found("api.get('/api/tasks');"), 1);
  t.is(found('return (await answer.json()) as Task;'), 1);
  t.is(found("import type { Task } from '../../../services/tasks/answers.ts';\napi.get<Task[]>('/api/tasks');"), 0);
  t.is(found("import type { Me, Nobody } from '../../../services/portal/answers.ts';\napi.get<Me | Nobody>('/api/me');"), 0);
  t.is(found("import type { Diff } from '../../../services/studio/changes/answers.ts';\napi.get<Diff>('/api/me');"), 0);
  t.is(found("api.post<unknown>('/api/tasks');"), 0);
});
