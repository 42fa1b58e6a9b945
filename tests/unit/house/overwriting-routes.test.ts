import { fileURLToPath } from 'node:url';
import test from 'ava';
import { loadRoutes } from '../../../services/platform/load-routes.ts';
import { openApiRoute } from '../../../services/platform/openapi.ts';

/**
 * Where two people may have one thing open, whoever writes says which version they saw (`overwrites`). Every other route that takes something says
 * here why nobody's work is lost by it; a new one without either fails.
 */
const spared: Record<string, readonly string[]> = {
  'adds something beside what is there': [
    'POST /api/cases',
    'POST /api/cases/{caseId}/documents',
    'POST /api/cases/{caseId}/payments',
    'POST /api/cases/{caseId}/reminders',
    'POST /api/cases/{caseId}/security-note',
    'POST /api/knowledge/articles',
    'POST /api/persons/{personId}/comparison',
    'POST /api/persons/{personId}/relatives', // linked already: 409
    'POST /api/process-changes',
    'POST /api/tasks/{taskId}/feedback',
    'POST /mein/vorgang/{caseId}', // a paper
  ],
  'is done once: the second is told, or finds it done': [
    'POST /api/cases/{caseId}/withdraw',
    'POST /api/incidents/{incidentKey}/retry',
    'POST /api/model-releases/{no}/undo',
    'POST /api/operations/commands/{id}/drop', // gone: 404
    'POST /api/operations/commands/{id}/retry', // runs by then: 409
    'POST /api/persons/{personId}/different',
    'POST /api/persons/{personId}/relatives/{relationId}/end',
    'POST /api/process-changes/{id}/approve', // names the submittedAt that was read
    'POST /api/process-changes/{id}/discard', // a step from one state to the next; can be taken back
    'POST /api/process-changes/{id}/reopen', // a step from one state to the next
    'POST /api/process-changes/{id}/return', // a step from one state to the next
    'POST /api/process-changes/{id}/submit', // a step from one state to the next
    'POST /api/processes/{id}/feedback/{feedbackId}/settle',
    'POST /api/release-notes/{id}/read',
    'POST /api/tasks/{taskId}/claim', // a colleague’s is never taken
    'POST /api/tasks/{taskId}/complete', // by the holder alone
    'POST /mein/antrag/duldung/absenden',
    'POST /mein/vorgang/{caseId}/zuruecknehmen',
  ],
  'is one person’s own': [
    'PUT /api/tasks/{taskId}/draft', // the holder’s
    'POST /mein/antrag/duldung/{step}', // the applicant’s
    'POST /mein/antrag/duldung/unterlagen', // the applicant’s
    'POST /mein/antrag/duldung/unterlagen/{fileId}/entfernen', // the applicant’s
    'POST /mein/antrag/verwerfen', // the applicant’s
  ],
  'is an order: the last one counts, and each stays in the history with its reason': [
    'POST /api/cases/{caseId}/reassign',
    'POST /api/tasks/{taskId}/assign', // the word of the head
    'POST /api/tasks/{taskId}/handover',
    'POST /api/tasks/{taskId}/release',
  ],
  'asks and stores no text': [
    'POST /api/persons/matches',
    'POST /api/process-changes/{id}/check',
    'POST /api/process-changes/{id}/dry-run', // what it found says which texts it speaks of
    'POST /api/processes/check',
    'POST /api/studio/look',
    'POST /api/studio/skeleton',
  ],
  'is the demo’s': [
    'POST /api/demo/authorities/{warteId}',
    'POST /api/demo/clock', // forward only
    'PUT /api/demo/authorities', // a switch
  ],
};

const routes = await loadRoutes<object>(fileURLToPath(new URL('../../../services', import.meta.url)));
const taking = routes.filter(({ method }) => method !== 'GET');
const nameOf = ({ method, path }: (typeof routes)[number]): string => `${method} ${path}`;
const overwriting = taking.filter((route) => route.overwrites);

test('a route that takes something writes over nothing unseen, or says why it cannot', (t) => {
  const said = Object.values(spared).flat();
  t.deepEqual(
    [...said, ...overwriting.map(nameOf)].toSorted(),
    taking.map(nameOf).toSorted(),
    'each once: either `overwrites`, or a line above',
  );
  t.true(overwriting.length >= 16);
});

test('what changes a thing in place is never spared, but for one person’s own and the demo’s switch', (t) => {
  t.deepEqual(taking.filter(({ method, overwrites }) => ['PUT', 'PATCH', 'DELETE'].includes(method) && !overwrites).map(nameOf), [
    'PUT /api/demo/authorities',
    'PUT /api/tasks/{taskId}/draft',
  ]);
});

test('the description names If-Match and 409 for each, and for nothing else', async (t) => {
  const { body } = await openApiRoute(() => routes, '0').handle({} as never, {});
  type Call = { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> };
  const { paths } = body as { paths: Record<string, Record<string, Call>> };
  const described = Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls)
      .filter(([, { parameters = [] }]) => parameters.some((each) => each.name === 'If-Match' && each.in === 'header'))
      .map(([method, { responses }]) => ({ name: `${method.toUpperCase()} ${path}`, conflict: '409' in responses })),
  );
  t.deepEqual(described.map(({ name }) => name).toSorted(), overwriting.map(nameOf).toSorted());
  t.true(described.every(({ conflict }) => conflict));
});
