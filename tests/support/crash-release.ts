import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../db/connection.ts';
import { type FileChange, hashText, listModelFiles, type ModelFile, previewBundle } from '../../services/engine/releases/index.ts';
import { databaseUrl, engineAddress } from './crash-ground.ts';
import type { Order } from './release-child.ts';

const child = fileURLToPath(new URL('release-child.ts', import.meta.url));

export type Ran = { killed: boolean; steps: string[]; outcome?: { releaseNo: number; alreadyDone?: boolean } };

/** Runs an order in a process of its own, to the end or to the step where it is killed. */
export const run = (order: Pick<Order, 'release' | 'rollBack'>, killAt = 0): Promise<Ran> => {
  const whole: Order = { ...order, killAt, databaseUrl: databaseUrl(), zeebeAddress: engineAddress() };
  const started = spawn(process.execPath, [child], {
    env: { ...process.env, RELEASE_ORDER: JSON.stringify(whole) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  started.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    started.on('close', (code, signal) => {
      const lines = out.split('\n');
      const steps = lines.filter((line) => line.startsWith('step ')).map((line) => line.slice(5));
      const done = lines.find((line) => line.startsWith('done '));
      if (signal === 'SIGKILL') resolve({ killed: true, steps });
      else if (code === 0 && done) resolve({ killed: false, steps, outcome: JSON.parse(done.slice(5)) });
      else reject(new Error(`the releasing process ended with ${code ?? signal}: ${err.slice(-2_000)}`));
    });
  });
};

/** What a release writes, as it must be before or after: all texts, and what new cases find of each part. */
export type State = { files: Record<string, string>; current: string[] };

const partOf = ({ kind, plainId, hash }: { kind: string; plainId: string; hash: string }): string => `${kind} ${plainId} ${hash}`;

export const stateOf = (files: readonly ModelFile[]): State => ({
  files: Object.fromEntries(files.map(({ path, content }) => [path, hashText(content)])),
  current: previewBundle(files).parts.map(partOf).toSorted(),
});

export const readState = async (db: Database): Promise<State> => {
  const { rows } = await db.raw('select kind, plain_id as "plainId", hash from releases where current');
  const files = await listModelFiles(db);
  return { files: Object.fromEntries(files.map(({ path, hash }) => [path, hash])), current: rows.map(partOf).toSorted() };
};

/** The rows beside the live ones: how many releases of parts and of sets there are. */
export const countRows = async (db: Database): Promise<string> => {
  const { rows } = await db.raw('select (select count(*) from releases) as parts, (select count(*) from model_releases) as sets');
  return `${rows[0].parts} parts, ${rows[0].sets} releases`;
};

/** The parts a case runs on, in the words of `State.current`: of a root, the release its version in the engine belongs to. */
export const partsOfCase = async (db: Database, caseId: string): Promise<string[]> => {
  const { rows } = await db.raw(
    `select i.plain_id as "plainId", 'bpmn' as kind, coalesce(r.hash, 'unknown') as hash
       from engine_instances i
       left join releases r on r.kind = 'bpmn' and r.engine_id = i.engine_id and (i.definition_key = r.definition_key or i.definition_key = any(r.former_keys))
      where i.case_id = ?`,
    [caseId],
  );
  return rows.map(partOf).toSorted();
};

const PROBE = 'probe-freigabe/probe-freigabe.form';

/**
 * A change that takes every kind of step: a table and its examples, a form, a new file, processes with ids of their own above them, and two roots.
 * Each number is a text of its own, so that no part was ever released before.
 */
export const aChange = (live: readonly ModelFile[], number: number): FileChange[] => {
  const mark = `Probe ${Date.now().toString(36)} ${number}`;
  const edit = (path: string, change: (text: string) => string): FileChange => {
    const { content } = live.find((file) => file.path === path) ?? { content: '' };
    const changed = change(content);
    if (changed === content) throw new Error(`${path} is not what this test knows`);
    return { path, content: changed, baseHash: hashText(content) };
  };
  const named = (text: string): string => text.replace(/ name="/, ` name="${mark} `);
  const form = { type: 'default', id: 'probe-freigabe', schemaVersion: 16, components: [{ type: 'text', text: mark, id: 'text_Probe' }] };
  return [
    edit('decisions/nebenvorgaenge.dmn', named),
    edit('decisions/nebenvorgaenge.vectors.json', (text) => {
      const examples = JSON.parse(text) as { name: string }[];
      return JSON.stringify([...examples.slice(0, 2), { ...examples[0], name: mark }]);
    }),
    edit('duldung/duldung-grund.form', (text) => {
      const changed = JSON.parse(text) as { components: { label?: string }[] };
      for (const each of changed.components) if (each.label) each.label = `${each.label} ${mark}`;
      return JSON.stringify(changed);
    }),
    edit('wiedervorlage/wiedervorlage.bpmn', named),
    { path: PROBE, content: JSON.stringify(form), baseHash: null },
  ];
};
