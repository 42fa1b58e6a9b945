import { readFileSync } from 'node:fs';
import { as, type Reply, until } from './office.ts';

/** Models edited as texts, and a change's way through the office by HTTP. */
const processes = new URL('../../processes/', import.meta.url);
export const repositoryFile = (path: string): string => readFileSync(new URL(path, processes), 'utf8');

/** Puts the text in place of the only place where `from` stands. */
export const swap = (text: string, from: string, to: string): string => {
  if (text.split(from).length !== 2) throw new Error(`expected once: ${from}`);
  return text.replace(from, () => to);
};

/** One rule of a table, from its opening tag to its closing one. */
export const ruleOf = (table: string, ruleId: string): string => {
  const start = table.indexOf(`<rule id="${ruleId}">`);
  const end = table.indexOf('</rule>', start) + '</rule>'.length;
  if (start < 0) throw new Error(`no rule ${ruleId}`);
  return table.slice(start, end);
};

type Row = {
  id: string;
  because: string;
  before: string;
  inputs: [string, string, string];
  target: [string, string, string, string];
  days: number;
};

/** The routing table with a row more, before another one. */
export const withRow = (table: string, { id, because, before, inputs, target, days }: Row): string => {
  const cell = (tag: string, letter: string) => (text: string, index: number) =>
    `<${tag} id="${id}_${letter}${index + 1}"><text>${text}</text></${tag}>`;
  const outputs = [...target.map((each) => `"${each}"`), '2', String(days), 'false', 'wirksamesAnliegen'];
  const row = `<rule id="${id}"><description>${because}</description>${inputs.map(cell('inputEntry', 'e')).join('')}${outputs.map(cell('outputEntry', 'a')).join('')}</rule>\n      `;
  const place = `<rule id="${before}">`;
  return swap(table, place, `${row}${place}`);
};

export const withExamples = (vectors: string, examples: readonly unknown[]): string =>
  JSON.stringify([...(JSON.parse(vectors) as unknown[]), ...examples], null, 2);

const ok = (reply: Reply, status: number, what: string): Reply['body'] => {
  if (reply.status !== status) throw new Error(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
};

export const aChange = async (title: string, files: { path: string; content?: string }[]) =>
  ok(await as('pv').post('/api/process-changes', { title, reason: 'Probe der Freigabe.', files }), 201, 'create');

export const dryRun = async (changeId: string, by = 'pv') =>
  ok(await as(by).post(`/api/process-changes/${changeId}/dry-run`), 200, 'dry run');

/** Tried out by somebody who may open these cases, once the record stream has told of these cases' evaluations: it does so a moment after their tasks are on the list. */
export const dryRunWith = (changeId: string, caseIds: readonly string[], by: string) =>
  until(`the evaluations of ${caseIds.length} cases`, async () => {
    const found = await dryRun(changeId, by);
    const ids = new Set((found.changed as { caseId: string }[]).map((each) => each.caseId));
    return caseIds.every((caseId) => ids.has(caseId)) ? found : undefined;
  });

/** Hands in, lets everybody agree whose agreement is needed, and waits until it is in force. */
export const bringIntoForce = async (changeId: string): Promise<number> => {
  await dryRun(changeId);
  const submitted = ok(await as('pv').post(`/api/process-changes/${changeId}/submit`), 200, 'submit');
  for (const seat of submitted.needs as string[])
    ok(
      await as(seat === 'al' ? 'al' : 'rsb-sg4').post(`/api/process-changes/${changeId}/approve`, { submittedAt: submitted.submittedAt }),
      200,
      seat,
    );
  const found = await until(`change ${changeId} in force`, async () => {
    const { body } = await as('pv').get(`/api/process-changes/${changeId}`);
    if (body.state === 'gescheitert') throw new Error(body.failure);
    return body.state === 'in-kraft' ? body : undefined;
  });
  return found.releaseNo as number;
};

/** The state before comes back. */
export const takeBack = async (releaseNo: number, by = 'al'): Promise<number> => {
  ok(await as(by).post(`/api/model-releases/${releaseNo}/undo`, { reason: 'Ende der Probe.' }), 202, 'undo');
  return until(`release ${releaseNo} undone`, async () => {
    const { body } = await as('pv').get(`/api/model-releases/${releaseNo}`);
    if (body.undo?.failure) throw new Error(body.undo.failure);
    return (body.undoneBy as number | null) ?? undefined;
  });
};

/** "Bearbeiten" opens the owner's own draft where there is one: what begins there begins with none. */
export const discardDrafts = async (path: string): Promise<void> => {
  const { body } = await as('pv').get('/api/process-changes');
  for (const { changeId, state, files } of body.items as { changeId: string; state: string; files: string[] }[])
    if (!['in-kraft', 'verworfen', 'freigegeben'].includes(state) && files.includes(path)) {
      if (state === 'zur-freigabe') await as('pv').post(`/api/process-changes/${changeId}/reopen`);
      await as('pv').post(`/api/process-changes/${changeId}/discard`);
    }
};
