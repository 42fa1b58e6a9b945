import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sendLetter } from '../../../services/letters/send-letter.ts';
import { assignCase } from '../../../services/routing/index.ts';
import { openTask } from '../../../services/tasks/open-task.ts';
import { insertWait } from '../../../services/waits/waits-store.ts';
import { openApi, type Reply } from '../../support/api.ts';

let count = 0;

/** A person nobody else in this run has: letters only, because people are told apart by their names; no name is one slip from another. */
export const anApplicant = (change: Record<string, unknown> = {}) => {
  count += 1;
  const digest = createHash('sha256').update(String(count)).digest('hex').slice(0, 10);
  const letters = digest.replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  return {
    familienname: `Probe${letters}`,
    vornamen: 'Kim',
    geburtsdatum: '1990-05-04',
    staatsangehoerigkeiten: ['ungeklärt'],
    email: 'kim@example.org',
    ...change,
  };
};

type CaseOptions = {
  anliegen?: string;
  by?: string;
  personId?: string;
  applicant?: Record<string, unknown>;
  facts?: Record<string, unknown>;
};
export type Opened = { caseId: string; aktenzeichen: string };

type Routed = { section?: string; team?: string; role?: string; process?: string };

const TEAM: Record<string, string> = { SG1: 'T1b', SG2: 'T2b', SG3: 'T3a', SG4: 'T4b' };
const CLERK: Record<string, string> = { SG1: 'sb-sg1', SG2: 'sb-sg2', SG3: 'svc', SG4: 'sb-sg4' };

/** Cases and tasks as intake, the routing worker and the task worker make them; only the engine between them is left out. */
export const openOffice = async (options?: Parameters<typeof openApi>[0]) => {
  const api = await openApi(options);
  const { deps, db } = api;

  const open = async ({ anliegen = 'DULDUNG', by = 'svc', applicant = {}, facts = {}, personId }: CaseOptions = {}): Promise<Opened> => {
    const named = personId ? { personId } : {};
    const { status, body } = await api.as(by).post('/api/cases', { anliegen, applicant: anApplicant(applicant), facts, ...named });
    if (status !== 201) throw new Error(`the case was not opened: ${status} ${JSON.stringify(body)}`);
    return body as Opened;
  };

  /** What the worker `zuordnen` does when the tables have answered. */
  const route = async (caseId: string, { section = 'SG4', ...rest }: Routed = {}): Promise<void> => {
    const { anliegen } = (await db('cases').where('case_id', caseId).first('anliegen')) as { anliegen: string };
    const role = rest.role ?? CLERK[section] ?? '';
    await assignCase(deps, {
      caseId,
      jobKey: randomUUID(),
      elementId: 'serviceTask_Zuordnen',
      inputs: { anliegen, titelNorm: '', schutzstatus: 'KEINER', entscheidendesSg: '' },
      routing: {
        sachgebiet: section,
        team: rest.team ?? TEAM[section] ?? '',
        rolle: role,
        prozess: rest.process ?? (anliegen === 'DULDUNG' ? 'duldung' : ''),
        prioBasis: 3,
        slaTage: 10,
        eskalation: false,
      },
      team: rest.team ?? TEAM[section] ?? '',
      priority: { prioritaet: 3, slaTage: 10 },
      fiktion: { wirkung: 'KEINE', norm: '' },
      wantedSection: '',
    });
  };

  const aCase = async (options: CaseOptions & Routed = {}): Promise<Opened> => {
    const opened = await open(options);
    await route(opened.caseId, options);
    return opened;
  };

  /** Opened by the security officer for the circle's own eyes. */
  const aHiddenCase = async (options: CaseOptions = {}): Promise<Opened> => {
    const opened = await open({ anliegen: 'SICHERHEIT', by: 'sicherheit', ...options });
    await route(opened.caseId, { section: 'SG4', team: 'T4c', role: 'sicherheit', process: '' });
    return opened;
  };

  type TaskOptions = { elementId?: string; process?: string; groups?: string[]; dueDate?: string; variables?: Record<string, unknown> };

  /** What the worker of user tasks does with a job. */
  const aTask = async (caseId: string, options: TaskOptions = {}): Promise<string> => {
    const { elementId = 'userTask_UnterlagenPruefen', process = 'vollstaendigkeit', variables = {} } = options;
    const released = await deps.releases.find(process);
    const definition = released && (await deps.releases.findContent(process, 'bpmn'));
    if (!definition) throw new Error(`no model ${process}`);
    const found = (await db('cases').where('case_id', caseId).first('role')) as { role: string };
    const jobKey = String(2_251_799_813_000_000 + Math.floor(Math.random() * 1e12));
    const customHeaders: Record<string, string> = {
      'io.camunda.zeebe:candidateGroups': JSON.stringify(options.groups ?? [found.role]),
      ...(options.dueDate ? { 'io.camunda.zeebe:dueDate': options.dueDate } : {}),
    };
    await db.transaction((trx) =>
      openTask(trx, deps, {
        jobKey,
        caseId,
        processInstanceKey: '1',
        elementInstanceKey: jobKey,
        bpmnProcessId: definition.engineId,
        processDefinitionKey: definition.definitionKey,
        elementId,
        customHeaders,
        variables: { caseId, ...variables },
      }),
    );
    const row = (await db('tasks').where('job_key', jobKey).first('task_id')) as { task_id: string };
    return row.task_id;
  };

  const aWait = async (caseId: string, options: { kind?: string; until?: string; expected?: string[]; reminderDays?: number } = {}) => {
    const warteId = randomUUID();
    const until = new Date(options.until ?? '2026-06-29T21:59:59Z');
    await db.transaction((trx) =>
      insertWait(trx, {
        warteId,
        caseId,
        elementId: 'serviceTask_WartenBeginnen',
        processInstanceKey: '1',
        jobKey: randomUUID(),
        kind: options.kind ?? 'unterlagen',
        until,
        reminderDays: options.reminderDays ?? 7,
        remindAt: null,
        expected: options.expected ?? ['PASS'],
        begunAt: new Date(deps.clock.now().epochMilliseconds),
      }),
    );
    return warteId;
  };

  const aLetter = async (caseId: string, purpose = 'probe'): Promise<string> => {
    const letter = { caseId, type: 'ruecknahme', businessKey: `${caseId}:${purpose}`, data: {}, by: 'Lotse' };
    return (await db.transaction((trx) => sendLetter(trx, deps, letter))).letterId;
  };

  /** What the worker `gebuehr-festsetzen` does; in euros. */
  const aFee = (caseId: string, amount = 100): Promise<void> =>
    db('fees').insert({ case_id: caseId, service: 'AE_ERTEILUNG', amount: amount * 100, norm: '§ 45 AufenthV', set_at: new Date() });

  /** Payloads of the commands that wait for the engine, oldest first. */
  const outbox = async (name: string, contains = ''): Promise<Record<string, unknown>[]> => {
    const { rows } = (await db.raw(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = ? and j.payload::text like ? order by j.id`,
      [name, `%${contains}%`],
    )) as { rows: { payload: { payload: Record<string, unknown> } }[] };
    return rows.map((row) => row.payload.payload);
  };

  const personOf = async (caseId: string): Promise<string> =>
    ((await db('cases').where('case_id', caseId).first('person_id')) as { person_id: string }).person_id;

  const audited = async (
    filter: Record<string, unknown>,
  ): Promise<{ actor: string; action: string; outcome: string; case_id: string | null }[]> =>
    db('audit').where(filter).orderBy('audit_id').select('actor', 'action', 'outcome', 'case_id');

  const claim = async (taskId: string, by = 'sb-sg4'): Promise<Reply> => api.as(by).post(`/api/tasks/${taskId}/claim`);

  /** Why a case is where it is, when that has been worked out. */
  const whyHere = async (account: string, caseId: string): Promise<Reply['body']> => {
    for (;;) {
      const { routing } = (await api.as(account).get(`/api/cases/${caseId}`)).body;
      if (routing?.explanation !== 'laeuft') return routing;
      await pause(50);
    }
  };

  return { ...api, whyHere, open, route, aCase, aHiddenCase, aTask, aWait, aLetter, aFee, outbox, personOf, audited, claim };
};
