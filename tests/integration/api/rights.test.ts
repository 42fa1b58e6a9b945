import { randomUUID } from 'node:crypto';
import test from 'ava';
import { multipart } from '../documents/multipart.ts';
import { openOffice } from './office.ts';
import { accounts, isApplicant, isInCircle, type Level, levelOf, NOT_FOUND, type Target } from './people.ts';
import { entries } from './route-entries.ts';

/**
 * Every route × every demo account × every kind of object. Absent, hidden and not mine are one answer to the letter. A route that has no line in
 * route-entries.ts fails here.
 */
const office = await openOffice();
const { as, db } = office;

type Case = Target & { caseId: string; documentId: string; letterId: string; warteId: string; taskId: string };

const pdf = multipart([
  { name: 'file', content: '%PDF-1.7 probe', filename: 'Pass.pdf', contentType: 'application/pdf' },
  { name: 'type', content: 'PASS' },
]);

const fill = async (target: Target, caseId: string): Promise<Case> => {
  const by = target.hidden ? 'sicherheit' : target.section === null ? target.openedBy : 'svc';
  const stored = await as(by).send({ method: 'POST', url: `/api/cases/${caseId}/documents`, ...pdf });
  const role = target.hidden ? 'sicherheit' : target.section === 'SG3' ? 'svc' : `sb-${(target.section ?? 'sg3').toLowerCase()}`;
  const taskId = await office.aTask(caseId, { groups: [role] });
  await office.aFee(caseId);
  return {
    ...target,
    caseId,
    documentId: stored.body.documentId,
    letterId: await office.aLetter(caseId),
    warteId: await office.aWait(caseId),
    taskId,
  };
};

const routed = async (section: Target['section'] & string, openedBy: string): Promise<Case> => {
  const { caseId } = await office.aCase({ section, by: openedBy });
  return fill({ section, hidden: false, openedBy }, caseId);
};
const cases: Record<string, Case> = {
  'a case of SG1': await routed('SG1', 'svc'),
  'a case of SG3': await routed('SG3', 'antragsteller'),
  'a case of SG4': await routed('SG4', 'antragsteller-2'),
  'a case nobody has sorted': await fill(
    { section: null, hidden: false, openedBy: 'sb-sg2' },
    (await office.open({ by: 'sb-sg2' })).caseId,
  ),
  'a hidden case': await fill({ section: 'SG4', hidden: true, openedBy: 'sicherheit' }, (await office.aHiddenCase()).caseId),
};
// `id` is a process or decision, `step` and `fileId` belong to the portal's application.
const others = { id: 'duldung', step: 'person', fileId: randomUUID() };
const absent = {
  ...others,
  caseId: randomUUID(),
  documentId: randomUUID(),
  letterId: randomUUID(),
  warteId: randomUUID(),
  taskId: randomUUID(),
};

type Ids = { [name: string]: unknown };
const urlOf = (path: string, ids: Ids): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name] ?? others[name as keyof typeof others] ?? name));

/** As it was before the call: open, nobody's, with its own group. */
const resetTask = async ({ taskId }: Case): Promise<void> => {
  const groups = original.get(taskId);
  await db('tasks').where('task_id', taskId).update({ assignee: null, status: 'offen', candidate_groups: groups, handovers: 0 });
};
const original = new Map(
  ((await db('tasks').select('task_id', 'candidate_groups')) as { task_id: string; candidate_groups: string[] }[]).map((row) => [
    row.task_id,
    row.candidate_groups,
  ]),
);

const routes = office.server
  .table()
  .map((route) => ({ key: `${route.method.toUpperCase()} ${route.path}`, method: route.method.toUpperCase(), path: route.path }));

// ava takes the first declaration for the end of the set-up.
test.after.always(office.stop);

test.serial('every route has its line, and every line its route', (t) => {
  t.deepEqual(routes.map(({ key }) => key).sort(), Object.keys(entries).sort());
});

const call = (account: string, method: string, path: string, given: Ids, section?: string | null, entry = entries[`${method} ${path}`]) => {
  const ids = entry?.id ? { ...given, id: entry.id } : given;
  const upload = entry?.upload ? pdf : entry?.form ? { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } } : {};
  const payload = entry?.payload?.({ section: section ?? 'SG4' });
  return as(account).send({
    method,
    url: `${urlOf(path, ids)}${entry?.query ?? ''}`,
    ...(payload === undefined ? {} : { payload }),
    ...upload,
  });
};

for (const { key, method, path } of routes.filter((each) => entries[each.key]?.of === 'case'))
  test.serial(`${key}: every account, every case`, async (t) => {
    const entry = entries[key];
    for (const account of accounts) {
      const none = await call(account, method, path, absent);
      t.is(none.status, 404, account);
      t.is(none.text, NOT_FOUND);
      for (const [name, target] of Object.entries(cases)) {
        const level = levelOf(account, target);
        const { status, text } = await call(account, method, path, target, target.section);
        t.is(status, entry?.status?.[level]?.(account) ?? 404, `${account} (${level}), ${name}`);
        if (status === 404) t.is(text, NOT_FOUND, `${account}, ${name}`);
      }
    }
  });

const head = (account: string): boolean => account.startsWith('sgl-');
type Sight = { visible: boolean; claims: boolean; assigns: boolean };

/** Whose list it is on, whose section it is, who distributes it. */
const sightOf = (account: string, target: Case): Sight => {
  const [group] = original.get(target.taskId) ?? [];
  const claims = account.replace(/-2$/, '') === group;
  const assigns = target.hidden ? isInCircle(account) : head(account) && account === `sgl-${target.section?.toLowerCase()}`;
  const level: Level = target.section === null ? 'none' : levelOf(account, target);
  return { visible: claims || assigns || level === 'full', claims, assigns };
};
const taskAnswers: Record<string, (sight: Sight) => number> = {
  'GET /api/tasks/{taskId}': () => 200,
  'GET /api/tasks/{taskId}/bescheid': () => 200,
  'GET /api/tasks/{taskId}/candidates': ({ assigns }) => (assigns ? 200 : 403),
  'POST /api/tasks/{taskId}/feedback': () => 201,
  'POST /api/tasks/{taskId}/claim': ({ claims }) => (claims ? 200 : 403),
  'POST /api/tasks/{taskId}/release': ({ assigns }) => (assigns ? 200 : 403),
  'POST /api/tasks/{taskId}/assign': ({ assigns }) => (assigns ? 200 : 403),
  'POST /api/tasks/{taskId}/handover': ({ claims, assigns }) => (claims || assigns ? 200 : 403),
  'PUT /api/tasks/{taskId}/draft': () => 403,
  'POST /api/tasks/{taskId}/complete': () => 403,
};

test.serial('every call on a task is in the table above', (t) => {
  t.deepEqual(
    Object.keys(entries)
      .filter((key) => entries[key]?.of === 'task')
      .sort(),
    Object.keys(taskAnswers).sort(),
  );
});

for (const { key, method, path } of routes.filter((each) => entries[each.key]?.of === 'task'))
  test.serial(`${key}: every account, every task`, async (t) => {
    const payloadFor = (role: string): unknown => {
      if (key.endsWith('assign')) return { assignee: role, reason: 'Probe' };
      if (key.endsWith('handover')) return { to: role, reason: 'Probe' };
      return entries[key]?.payload?.({ section: 'SG4' });
    };
    const sendTo = (account: string, taskId: string, role: string) => {
      const payload = payloadFor(role);
      return as(account).send({ method, url: urlOf(path, { taskId }), ...(payload === undefined ? {} : { payload }) });
    };
    for (const account of accounts) {
      t.is((await sendTo(account, absent.taskId, 'sb-sg4')).text, NOT_FOUND, account);
      for (const [name, target] of Object.entries(cases)) {
        if (method !== 'GET') await resetTask(target);
        const sight = sightOf(account, target);
        const { status, text } = await sendTo(account, target.taskId, original.get(target.taskId)?.[0] ?? '');
        t.is(status, sight.visible ? (taskAnswers[key]?.(sight) ?? 0) : 404, `${account}, ${name}`);
        if (status === 404) t.is(text, NOT_FOUND);
      }
    }
  });

for (const { key, method, path } of routes.filter((each) => entries[each.key]?.of === 'page'))
  test.serial(`${key}: a page shows the case to whom it belongs, to the others nothing`, async (t) => {
    for (const account of accounts) {
      const none = await call(account, method, path, absent);
      t.is(none.status, 404, account);
      for (const [name, target] of Object.entries(cases)) {
        const { status, text } = await call(account, method, path, target);
        if (entries[key]?.sees?.includes(levelOf(account, target))) t.true(status < 400, `${account}, ${name}: ${status}`);
        else t.deepEqual([status, text], [404, none.text], `${account}, ${name}`);
      }
    }
  });

for (const { key, method, path } of routes.filter((each) =>
  ['staff', 'groups', 'applicants', 'all', 'anyone'].includes(entries[each.key]?.of ?? ''),
))
  test.serial(`${key}: the right accounts only`, async (t) => {
    const entry = entries[key];
    for (const account of accounts) {
      const { status, text } = await call(account, method, path, absent);
      const allowed =
        entry?.of === 'all' ||
        entry?.of === 'anyone' ||
        (entry?.of === 'staff' && !isApplicant(account)) ||
        (entry?.of === 'applicants' && isApplicant(account)) ||
        (entry?.of === 'groups' && (entry.groups ?? []).includes(account.replace(/-2$/, '')));
      if (allowed) t.true(status < 500 && (status !== 404 || path.includes('fileId')) && status !== 401, `${account}: ${status}`);
      else if (path.startsWith('/mein')) t.is(status, 404, account);
      else t.is(text, NOT_FOUND, account);
    }
  });

test.serial('without a token every route but the public ones is 401', async (t) => {
  for (const { key, method, path } of routes) {
    if (
      ['public', 'anyone'].includes(entries[key]?.of ?? '') ||
      path.startsWith('/mein') ||
      path.startsWith('/briefe') ||
      path.startsWith('/auth')
    )
      continue;
    const { status, body, headers } = await office.send({
      method,
      url: urlOf(path, absent),
      headers: { 'content-type': 'application/json' },
    });
    t.is(status, 401, key);
    t.deepEqual(body, { statusCode: 401, error: 'Unauthorized', message: 'Bitte melden Sie sich an.' });
    t.is(headers['www-authenticate'], 'Bearer');
  }
});

test.serial('HEAD and other methods tell no more than GET', async (t) => {
  const hidden = cases['a hidden case'] as Case;
  for (const path of [
    '/api/cases/{caseId}',
    '/api/tasks/{taskId}',
    '/api/cases/{caseId}/documents/{documentId}',
    '/api/cases/{caseId}/letters/{letterId}',
  ]) {
    for (const method of ['HEAD', 'DELETE', 'PATCH', 'PUT', 'OPTIONS']) {
      const [of, none] = await Promise.all([
        as('sb-sg4').send({ method, url: urlOf(path, hidden) }),
        as('sb-sg4').send({ method, url: urlOf(path, absent) }),
      ]);
      // A method the path never takes is 405 by its pattern alone, the same for what is hidden and what is not there.
      t.is(of.status, method === 'HEAD' ? 404 : 405, `${method} ${path}`);
      t.is(of.status, none.status);
      t.is(of.text, none.text);
      t.is(of.headers.allow, none.headers.allow);
      t.is(of.headers['content-length'], none.headers['content-length']);
    }
    t.is((await as('sicherheit').send({ method: 'HEAD', url: urlOf(path, hidden) })).status, 200);
  }
});

const noIds = [
  '1',
  'x'.repeat(300),
  '%00',
  '%ff',
  "';%20drop%20table%20cases;%20--",
  '..%2f..%2fetc',
  randomUUID().replaceAll('-', ''),
  `${randomUUID()}%0d%0aset-cookie:a=b`,
];

test.serial('what cannot be an id is an absent thing', async (t) => {
  for (const { key, method, path } of routes.filter((each) => ['case', 'task'].includes(entries[each.key]?.of ?? ''))) {
    for (const id of noIds) {
      const { status, text, headers } = await call('sb-sg4', method, path.replace(/\{\w+\}/, id), absent, 'SG4', entries[key]);
      t.true(status === 404 || status === 400, `${key} ${id}: ${status}`);
      t.is(headers['set-cookie'], undefined);
      if (status === 404) t.is(text, NOT_FOUND);
    }
  }
});
