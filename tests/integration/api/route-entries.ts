import type { Level } from './people.ts';

type Answer = (account: string) => number;

/**
 * One line per route: whose it is, and a request that would be right for somebody who may. `case`: answered by the caller's level on that case.
 * `task`: see the table in rights.test.ts. `page`: shows one case to a browser; what it says to others is what it says of an absent one.
 * `apart`: has a test of its own for who may call it (see the remark).
 */
export type Entry = {
  of: 'public' | 'anyone' | 'all' | 'staff' | 'groups' | 'applicants' | 'case' | 'task' | 'page' | 'apart';
  groups?: string[];
  status?: Partial<Record<Level, Answer>>;
  payload?: (target: { section: string }) => unknown;
  query?: string;
  upload?: boolean;
  /** Of a model, where it is not a process. */
  id?: string;
  /** Sent as an HTML form without fields. */
  form?: boolean;
  /** Who sees a page's case. */
  sees?: readonly Level[];
};

const is =
  (status: number): Answer =>
  () =>
    status;
const variables = { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } };
const task: Entry = { of: 'task' };
const takesMoney = (account: string): number => (/^(?:svc|sb-)/.test(account) ? 201 : 403);
const studio = ['pv', 'al', 'con', 'ops', 'rsb-sg1', 'rsb-sg2', 'rsb-sg3', 'rsb-sg4'];
const takesPapersIn = (account: string): number => (/^(?:svc|notfall)/.test(account) ? 200 : 403);

export const entries: Record<string, Entry> = {
  'GET /': { of: 'public' },
  'GET /aufgaben/{rest*}': { of: 'public' },
  'GET /fragen': { of: 'public' },
  'GET /vorgaenge/{rest*}': { of: 'public' },
  'GET /karte/{rest*}': { of: 'public' },
  'GET /wissen/{rest*}': { of: 'public' },
  'GET /normen/{rest*}': { of: 'public' },
  'GET /studio/{rest*}': { of: 'public' },
  'GET /behoerden': { of: 'public' },
  'GET /stoerungen': { of: 'public' },
  'GET /protokoll': { of: 'public' },
  'GET /angemeldet': { of: 'public' },
  'GET /assets/{file}': { of: 'public' },
  'GET /api-docs': { of: 'public' },
  'GET /openapi.json': { of: 'public' },
  'GET /api/health': { of: 'public' },
  'GET /auth/login': { of: 'public' },
  'GET /auth/callback': { of: 'public' },
  // Sign-in and its end: tests/integration/platform/sign-in.test.ts.
  'POST /auth/logout': { of: 'apart' },
  'POST /auth/sign-out': { of: 'apart' },

  'GET /api/me': { of: 'anyone' },
  'GET /api/staff': { of: 'staff' },
  // A stream never ends: leaks.test.ts reads it over a socket.
  'GET /api/events': { of: 'apart' },
  'GET /api/demo': { of: 'public' },
  'GET /api/demo/next-deadline': { of: 'staff' },
  'GET /api/demo/authorities': { of: 'staff' },
  'PUT /api/demo/authorities': { of: 'staff', payload: () => ({ BA: 'normal' }) },
  // Who may: tests/integration/authorities/demo.test.ts.
  'POST /api/demo/authorities/{warteId}': { of: 'apart' },
  'POST /api/demo/clock': { of: 'all', payload: () => ({ add: 'Unsinn' }) },

  // Who opens what: tests/integration/cases/intake.test.ts.
  'POST /api/cases': { of: 'apart' },
  // Who sees, corrects, joins and parts whom: tests/integration/persons.
  'POST /api/persons/matches': { of: 'apart' },
  'GET /api/persons/{personId}': { of: 'apart' },
  'PATCH /api/persons/{personId}': { of: 'apart' },
  'POST /api/persons/{personId}/merge': { of: 'apart' },
  'POST /api/persons/{personId}/separate': { of: 'apart' },
  'POST /api/persons/{personId}/different': { of: 'apart' },
  'POST /api/persons/{personId}/comparison': { of: 'apart' },
  'POST /api/persons/{personId}/differences/{differenceId}': { of: 'apart' },
  'POST /api/persons/{personId}/relatives': { of: 'apart' },
  'POST /api/persons/{personId}/relatives/{relationId}/end': { of: 'apart' },
  'GET /api/cases': { of: 'all' },
  'GET /api/search': { of: 'all', query: '?q=Probe' },
  'GET /api/cases/{caseId}': { of: 'case', status: { full: is(200), status: is(200), portal: is(200) } },
  'GET /api/cases/{caseId}/diagram': { of: 'case', status: { full: is(200) } },
  'POST /api/cases/{caseId}/documents': { of: 'case', upload: true, status: { full: is(200), portal: is(200), status: takesPapersIn } },
  'GET /api/cases/{caseId}/documents/{documentId}': { of: 'case', status: { full: is(200), portal: is(200) } },
  'GET /api/cases/{caseId}/letters/{letterId}': { of: 'case', status: { full: is(200), portal: is(200) } },
  'POST /api/cases/{caseId}/deadlines/{warteId}': {
    of: 'case',
    status: { full: is(202) },
    payload: () => ({ date: '2026-07-15', reason: 'Probe' }),
  },
  'POST /api/cases/{caseId}/reassign': { of: 'case', status: { full: is(202) }, payload: ({ section }) => ({ section, reason: 'Probe' }) },
  'POST /api/cases/{caseId}/reminders': {
    of: 'case',
    status: { full: is(202) },
    payload: () => ({ date: '2026-07-15', note: 'Probe' }),
  },
  // tests/integration/cases/reminders.test.ts
  'DELETE /api/cases/{caseId}/reminders/{warteId}': { of: 'apart' },
  'POST /api/cases/{caseId}/payments': {
    of: 'case',
    status: { full: takesMoney, status: takesMoney },
    payload: () => ({ amount: 0.01, method: 'KASSE' }),
  },
  'POST /api/cases/{caseId}/security-note': { of: 'case', status: { full: is(202), status: is(202) }, payload: () => ({ text: 'Probe' }) },
  // The officers' alone: tests/integration/security/notes.test.ts.
  'GET /api/cases/{caseId}/watched': { of: 'apart' },
  'GET /api/authorities': { of: 'staff' },
  'POST /api/cases/{caseId}/withdraw': { of: 'case', status: { full: is(202), portal: is(202) }, payload: () => ({}) },

  // Only for decisions: tests/integration/letters/delivery.test.ts.
  'POST /api/letters/{letterId}/delivery': { of: 'apart' },
  'GET /api/desk': {
    of: 'groups',
    groups: ['SG1', 'SG2', 'SG3', 'SG4'].flatMap((id) => [`rsb-${id.toLowerCase()}`, `sgl-${id.toLowerCase()}`]),
  },

  'GET /api/tasks': { of: 'all', query: '?view=all' },
  'GET /api/tasks/counts': { of: 'all', query: '?view=all' },
  'GET /api/tasks/{taskId}': task,
  'GET /api/tasks/{taskId}/bescheid': task,
  'GET /api/tasks/{taskId}/candidates': task,
  'POST /api/tasks/{taskId}/feedback': { ...task, payload: () => ({ text: 'Passt nicht' }) },
  'POST /api/tasks/{taskId}/claim': task,
  'POST /api/tasks/{taskId}/release': task,
  'POST /api/tasks/{taskId}/assign': task,
  'POST /api/tasks/{taskId}/handover': task,
  'PUT /api/tasks/{taskId}/draft': { ...task, payload: () => variables },
  'POST /api/tasks/{taskId}/complete': { ...task, payload: () => variables },

  'GET /api/knowledge/articles': { of: 'staff' },
  // Who reads, writes and settles what: tests/integration/knowledge.
  'POST /api/knowledge/articles': { of: 'apart' },
  'GET /api/knowledge/articles/{articleId}': { of: 'apart' },
  'PATCH /api/knowledge/articles/{articleId}': { of: 'apart' },
  'POST /api/knowledge/articles/{articleId}/publish': { of: 'apart' },
  'GET /api/processes/{id}/feedback': { of: 'groups', groups: ['pv', 'wm'] },
  'POST /api/processes/{id}/feedback/{feedbackId}/settle': { of: 'apart' },
  'GET /api/legal/values': { of: 'staff' },
  'GET /api/legal/state': { of: 'all' },

  'GET /api/audit': { of: 'groups', groups: ['dsb'] },
  'GET /api/audit/export': { of: 'groups', groups: ['dsb'] },
  'GET /api/audit/persons': { of: 'groups', groups: ['dsb'], query: '?q=Probe' },
  'GET /api/audit/readers': { of: 'groups', groups: ['dsb'], query: '?person=AB-2026-000001' },
  'GET /api/operations/audit': { of: 'groups', groups: ['ops', 'dsb'] },
  'GET /api/operations/commands': { of: 'groups', groups: ['ops'] },
  'GET /api/incidents': { of: 'groups', groups: ['ops'] },
  // tests/integration/operations/incidents.test.ts
  'POST /api/incidents/{incidentKey}/retry': { of: 'apart' },
  // tests/integration/operations/failed-commands.test.ts
  'POST /api/operations/commands/{id}/retry': { of: 'apart' },
  'POST /api/operations/commands/{id}/drop': { of: 'apart' },
  'GET /api/portal/letters': { of: 'applicants' },

  'GET /api/processes': { of: 'staff' },
  'GET /api/processes/map': { of: 'staff' },
  'GET /api/processes/{id}/versions': { of: 'staff' },
  'GET /api/processes/{id}/xml': { of: 'staff' },
  'GET /api/processes/{id}/cases': { of: 'staff' },
  'GET /api/processes/{id}/tokens': { of: 'staff' },
  'GET /api/processes/{id}/heat': { of: 'staff' },
  'GET /api/processes/{id}/elements': { of: 'staff' },
  'GET /api/letter-templates/{id}': { of: 'staff', id: 'duldung' },
  'GET /api/norms': { of: 'staff', query: '?query=18g' },
  'GET /api/decisions/{id}': { of: 'staff', id: 'routing' },
  'POST /api/processes/check': { of: 'staff', payload: () => ({ name: 'x.form', kind: 'form', content: '{"components":[]}' }) },

  // Who writes, hands in, agrees and takes back: tests/integration/studio.
  'GET /api/process-changes': { of: 'groups', groups: studio },
  'POST /api/process-changes': { of: 'groups', groups: studio, payload: () => ({ title: 'Probe' }) },
  'GET /api/process-changes/{id}': { of: 'apart' },
  'PATCH /api/process-changes/{id}': { of: 'apart' },
  'GET /api/process-changes/{id}/files': { of: 'apart' },
  'PUT /api/process-changes/{id}/files': { of: 'apart' },
  'POST /api/process-changes/{id}/files/remove': { of: 'apart' },
  'POST /api/process-changes/{id}/files/revert': { of: 'apart' },
  'POST /api/process-changes/{id}/files/rebase': { of: 'apart' },
  'POST /api/process-changes/{id}/import': { of: 'apart' },
  'POST /api/process-changes/{id}/check': { of: 'apart' },
  'GET /api/process-changes/{id}/diff': { of: 'apart' },
  'GET /api/process-changes/{id}/uses': { of: 'apart' },
  'POST /api/process-changes/{id}/dry-run': { of: 'apart' },
  'POST /api/process-changes/{id}/submit': { of: 'apart' },
  'POST /api/process-changes/{id}/return': { of: 'apart' },
  'POST /api/process-changes/{id}/approve': { of: 'apart' },
  'POST /api/process-changes/{id}/discard': { of: 'apart' },
  'POST /api/process-changes/{id}/reopen': { of: 'apart' },
  'GET /api/model-releases': { of: 'groups', groups: studio },
  'GET /api/model-releases/{no}': { of: 'apart' },
  'POST /api/model-releases/{no}/undo': { of: 'apart' },
  'GET /api/model-releases/{no}/export': { of: 'apart' },
  'GET /api/model-drift': { of: 'groups', groups: studio },
  'GET /api/model-drift/export': { of: 'groups', groups: studio },
  'GET /api/model-files': { of: 'groups', groups: studio },
  'GET /api/studio/catalogue': { of: 'groups', groups: studio },
  'POST /api/studio/skeleton': {
    of: 'groups',
    groups: studio,
    payload: () => ({ kind: 'process', id: 'probe', name: 'Probe', section: 'SG4' }),
  },
  'POST /api/studio/complete': { of: 'apart' },
  'POST /api/studio/look': { of: 'apart' },
  'GET /api/release-notes': { of: 'staff' },
  'POST /api/release-notes/{id}/read': { of: 'apart' },

  'GET /briefe/{letterId}/druck': { of: 'page', sees: ['full', 'portal'] },
  'GET /mein/briefe/{letterId}': { of: 'page', sees: ['portal'] },
  'GET /mein/vorgang/{caseId}': { of: 'page', sees: ['portal'] },
  'POST /mein/vorgang/{caseId}': { of: 'page', sees: ['portal'], upload: true },
  'GET /mein/vorgang/{caseId}/zuruecknehmen': { of: 'page', sees: ['portal'] },
  'POST /mein/vorgang/{caseId}/zuruecknehmen': { of: 'page', sees: ['portal'], form: true },
  'GET /mein': { of: 'applicants' },
  'GET /mein/antrag': { of: 'applicants' },
  'GET /mein/antrag/duldung/absenden': { of: 'applicants' },
  'GET /mein/antrag/duldung/unterlagen': { of: 'applicants' },
  'GET /mein/antrag/duldung/{step}': { of: 'applicants' },
  'POST /mein/antrag/verwerfen': { of: 'applicants', form: true },
  'POST /mein/antrag/duldung/absenden': { of: 'applicants', form: true },
  'POST /mein/antrag/duldung/unterlagen': { of: 'applicants', upload: true },
  'POST /mein/antrag/duldung/{step}': { of: 'applicants', form: true },
  'POST /mein/antrag/duldung/unterlagen/{fileId}/entfernen': { of: 'applicants', form: true },
};
