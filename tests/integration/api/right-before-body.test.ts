import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Deps } from '../../../services/deps.ts';
import { loadRoutes } from '../../../services/platform/load-routes.ts';
import { takesBody } from '../../../services/platform/mount-route.ts';
import type { AnyRoute } from '../../../services/platform/route.ts';
import { insertNote } from '../../../services/studio/releases/notes-store.ts';
import type { Reply, Sending } from '../../support/api.ts';
import { multipart } from '../documents/multipart.ts';
import { aGivenUp } from '../operations/given-up.ts';
import { BASE, openStudio, writeRelease } from '../studio/studio.ts';
import { anApplicant } from './office.ts';
import { entries } from './route-entries.ts';

/**
 * Who may not ask gets one answer, whatever stands in the body: nobody learns more by sending nonsense. For every route that takes a body, found by its file;
 * one that has no good body here fails.
 */
const office = await openStudio();
const { as, db, plainText } = office;
const routes = (await loadRoutes<Deps>(new URL('../../../services/', import.meta.url).pathname)).filter(takesBody);

type Ids = Record<string, string>;
type Good = (ids: Ids) => unknown;

const pdf = { name: 'file', content: '%PDF-1.7 probe', filename: 'Pass.pdf', contentType: 'application/pdf' };
const drawing = { name: 'file', content: '{}', filename: 'x.form', contentType: 'application/json' };
const reason = 'Probe';
const inDraft = (): unknown => ({ path: plainText().path });

/** A body that is right for somebody who may, where route-entries.ts has none. */
const goods: Record<string, Good> = {
  'POST /api/demo/authorities/{warteId}': () => ({ answer: 'ZUSTIMMUNG' }),
  'POST /api/cases': () => ({ anliegen: 'DULDUNG', applicant: anApplicant(), facts: {} }),
  'POST /api/persons/matches': () => ({ applicant: anApplicant() }),
  'PATCH /api/persons/{personId}': () => ({ changes: { telefon: '0761 555' }, reason }),
  'POST /api/persons/{personId}/merge': ({ other }) => ({ with: other, reason }),
  'POST /api/persons/{personId}/separate': () => ({ reason }),
  'POST /api/persons/{personId}/different': ({ other }) => ({ from: other, reason }),
  'POST /api/persons/{personId}/differences/{differenceId}': () => ({ take: false, reason }),
  'POST /api/persons/{personId}/comparison': ({ caseId }) => ({ caseId, reason }),
  'POST /api/persons/{personId}/relatives': ({ aktenzeichen }) => ({ aktenzeichen, reason }),
  'POST /api/persons/{personId}/relatives/{relationId}/end': () => ({ reason }),
  'POST /api/letters/{letterId}/delivery': () => ({ date: '2026-06-08' }),
  'POST /api/knowledge/articles': () => ({ title: 'Probe eines Artikels', body: 'Text' }),
  'POST /api/knowledge/articles/{articleId}/publish': () => ({ version: 1 }),
  'PATCH /api/knowledge/articles/{articleId}': () => ({ title: 'Probe eines Artikels' }),
  'POST /api/processes/{id}/feedback/{feedbackId}/settle': () => ({ answer: 'Probe' }),
  'POST /api/tasks/{taskId}/assign': () => ({ assignee: 'sb-sg4-2', reason }),
  'POST /api/tasks/{taskId}/handover': () => ({ to: 'SG4', reason }),
  'PATCH /api/process-changes/{id}': () => ({ title: 'Anders' }),
  'PUT /api/process-changes/{id}/files': inDraft,
  'POST /api/process-changes/{id}/files/remove': inDraft,
  'POST /api/process-changes/{id}/files/revert': inDraft,
  'POST /api/process-changes/{id}/files/rebase': inDraft,
  'POST /api/process-changes/{id}/return': () => ({ comment: reason }),
  'POST /api/process-changes/{id}/approve': () => ({}),
  'POST /api/model-releases/{no}/undo': () => ({ reason }),
  'POST /api/operations/commands/{id}/drop': () => ({ reason: 'Der Vorgang ist anders erledigt.' }),
  'POST /api/studio/complete': ({ id }) => ({ changeId: id, path: 'duldung/duldung.bpmn' }),
};
const uploads: Record<string, typeof pdf> = {
  'POST /api/process-changes/{id}/import': drawing,
  'POST /api/studio/look': { ...drawing, filename: 'x.bpmn' },
};

const goodOf = ({ upload, page, payload }: AnyRoute<Deps>, key: string, ids: Ids): Pick<Sending, 'payload' | 'headers'> | undefined => {
  if (upload) return multipart([uploads[key] ?? pdf, ...(uploads[key] ? [] : [{ name: 'type', content: 'PASS' }])]);
  if (page) return { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  if (!payload) return {};
  const good = entries[key]?.payload?.({ section: 'SG1' }) ?? goods[key]?.(ids);
  return good === undefined ? undefined : { payload: good };
};

const brokenOf = ({ upload, page }: AnyRoute<Deps>): Pick<Sending, 'payload' | 'headers'>[] => {
  if (upload) return [multipart([{ name: 'unbekannt', content: '\u0001' }])];
  if (page) return [{ payload: 'a=%00', headers: { 'content-type': 'application/x-www-form-urlencoded' } }];
  return ['{"unbekannt":1}', '{', '{"reason":"\\u0000"}'].map((payload) => ({ payload, headers: { 'content-type': 'application/json' } }));
};

const releaseNo = await writeRelease(db);
await db.transaction((trx) => insertNote(trx, { releaseNo, at: new Date(), title: 'Probe', text: '', processes: [], groups: ['sb-sg4'] }));
const { note_id: noteId } = (await db('release_notes').first('note_id')) as { note_id: string };
const articleId = (await as('wm').post('/api/knowledge/articles', { title: 'Probe eines Artikels', body: 'Text' })).body.articleId;

// ava takes the first declaration for the end of the set-up.
test.after.always(office.stop);

/** Objects nobody has touched yet: a good body of somebody who may changes them. */
const someObjects = async (key: string): Promise<Ids> => {
  const by = key.includes('/mein/') ? 'antragsteller' : 'svc';
  const [one, two] = [await office.aCase({ by }), await office.aCase()];
  const { caseId } = one;
  const taskId = await office.aTask(caseId);
  if (!key.endsWith('/claim')) await office.claim(taskId);
  await office.aFee(caseId);
  const { feedbackId } = (await as('sb-sg4').post(`/api/tasks/${taskId}/feedback`, { text: 'Passt nicht' })).body;
  const { process } = (await db('step_feedback').where('feedback_id', feedbackId).first('process')) as { process: string };
  const changeId = await office.create([plainText(), { path: 'duldung/duldung.bpmn' }]);
  const idOf = async (): Promise<string> => {
    if (key.includes('/operations/commands/')) return aGivenUp(db, 'publish-message', { caseId });
    if (key.includes('/release-notes/')) return noteId;
    return key.includes(BASE) || key.includes('/studio/') ? changeId : process;
  };
  if (/approve|return/.test(key)) await db('process_changes').where('change_id', changeId).update({ state: 'zur-freigabe' });
  return {
    caseId,
    taskId,
    feedbackId,
    articleId,
    personId: await office.personOf(caseId),
    other: await office.personOf(two.caseId),
    aktenzeichen: two.aktenzeichen,
    warteId: await office.aWait(caseId),
    letterId: await office.aLetter(caseId),
    id: await idOf(),
    no: String(releaseNo),
  };
};

const noObjects = (): Ids =>
  Object.fromEntries(['caseId', 'taskId', 'personId', 'letterId', 'articleId', 'id'].map((id) => [id, randomUUID()]));
const inPath: Ids = { step: 'person', incidentKey: '4711', no: '4711' };
const urlOf = (path: string, ids: Ids): string => path.replace(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? inPath[id] ?? randomUUID());

const asking = [
  'antragsteller-2',
  'al',
  'azubi',
  'tel',
  'sb-sg1',
  'svc',
  'ops',
  'con',
  'pv',
  'wm',
  'sgl-sg4',
  'sb-sg4-2',
  'rsb-sg4',
  'sb-sg4',
  'antragsteller',
];
const isRefused = ({ status }: Reply): boolean => status === 403 || status === 404;
const said = ({ status, text }: Reply): string => `${status} ${text}`;

for (const route of routes) {
  const key = `${route.method} ${route.path}`;
  test.serial(`${key}: a bad body changes nothing for who may not ask`, async (t) => {
    const [some, none] = [await someObjects(key), { ...noObjects(), aktenzeichen: 'AB-2026-999999', other: randomUUID() }];
    let refused = 0;
    for (const account of asking) {
      const send = (ids: Ids, body: Pick<Sending, 'payload' | 'headers'>) =>
        as(account).send({ method: route.method, url: urlOf(route.path, ids), ...body });
      const sendAll = (ids: Ids) => Promise.all(brokenOf(route).map((body) => send(ids, body)));
      const good = goodOf(route, key, some);
      if (!good) return t.fail('a good body is missing above');
      const bad = { some: await sendAll(some), none: await sendAll(none) };
      // Bad ones first: they change nothing.
      const answers = { some: await send(some, good), none: await send(none, goodOf(route, key, none) ?? good) };
      if (isRefused(answers.some)) {
        refused += 1;
        for (const each of bad.some) t.is(said(each), said(answers.some), account);
      }
      // Whoever may ask reads of what is wrong with the body, and reads the same of what is not there.
      for (const [index, each] of bad.none.entries())
        t.true([said(answers.none), said(bad.some[index] as Reply)].includes(said(each)), `${account}: ${said(each)}`);
    }
    if (route.access !== 'signed-in' || route.guard !== 'access') t.true(refused > 0, 'nobody was refused');
  });
}
