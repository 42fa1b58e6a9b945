import { randomUUID } from 'node:crypto';
import { asTheyCome, type Last } from '../../db/pipelined-dialect.ts';
import { type CaseRow, getCase, latestAuthor } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { isClerk, purposeOf, sectionOf, worksAtCounter } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { type Event, eventsChannel, notify } from '../platform/events.ts';
import { findStaff } from '../staff/index.ts';
import { fitsTask } from './may-see-task.ts';
import { listAuthors, type NewTask, NO_DUE_DATE, storeTask } from './store.ts';

/** What the engine says about a user task, by its job or by its record. */
export type EngineTask = {
  jobKey: string;
  caseId: string;
  processInstanceKey: string;
  elementInstanceKey: string;
  bpmnProcessId: string;
  processDefinitionKey: string;
  elementId: string;
  customHeaders: Record<string, string>;
  variables: Record<string, unknown>;
};

const HEADER = 'io.camunda.zeebe:';

const groupsOf = (headers: Record<string, string>): string[] => {
  const text = headers[`${HEADER}candidateGroups`];
  return text ? (JSON.parse(text) as string[]) : [];
};

const dueOf = (headers: Record<string, string>, found: CaseRow): Date => {
  const text = headers[`${HEADER}dueDate`];
  // The engine appends the zone in brackets ("…Z[Etc/UTC]"), which Date cannot read.
  const due = text ? new Date(text.replace(/\[.*\]$/, '')) : found.deadline;
  return due && !Number.isNaN(due.getTime()) ? due : NO_DUE_DATE;
};

/** The case's team says which clerks of its section the task is for; clerks of another section have other teams. */
const teamFor = (found: CaseRow, candidateGroups: string[]): string | null => {
  const sections = candidateGroups.filter((group) => isClerk(group) || worksAtCounter(group)).map(sectionOf);
  return sections.length > 0 && sections.every((section) => section === found.section) ? found.team : null;
};

type Whose = Pick<NewTask, 'candidateGroups' | 'excluded' | 'skill' | 'hidden'>;

/** The clerk who has the case (or the family's other one) keeps it, if the task is theirs to take; else whoever has done this step of it before. */
const sameHands = async (trx: Transaction, found: CaseRow, task: Whose, before: string | undefined): Promise<string | null> => {
  for (const account of [found.clerk, before]) if (account && fitsTask(await findStaff(trx, account), task)) return account;
  return null;
};

const accountsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** Whoever did one of the steps named (ids with commas) last. So models of before name them, and so a process may name its own. */
const lastAt = async (trx: Transaction, caseId: string, steps: string): Promise<string[]> => {
  const elementIds = steps
    .split(',')
    .map((step) => step.trim())
    .filter(Boolean);
  const authors = await Promise.all(elementIds.map((elementId) => latestAuthor(trx, caseId, elementId)));
  return authors.filter((author) => author !== undefined);
};

/**
 * Who sent the case here. Only the record stream knows no variables; until the engine tells them, and with them who is left out, whoever did the last
 * step is left out too.
 */
const sentBy = async (trx: Transaction, task: EngineTask): Promise<string[]> => {
  const last = Object.keys(task.variables).length === 0 ? await latestAuthor(trx, task.caseId) : undefined;
  return last ? [last] : [];
};

/**
 * Four eyes: all who have decided in this case (`vierAugen = ja`), and whom the model leaves out by the variable `ausgeschlossen`, such as whoever asked
 * the question, or wrote the decision an objection is about.
 */
const excludedFrom = async (trx: Transaction, task: EngineTask, vierAugen: string | undefined): Promise<string[]> => {
  const others =
    vierAugen === 'ja'
      ? [...(await listAuthors(trx, task.caseId)), ...(await sentBy(trx, task))]
      : await lastAt(trx, task.caseId, vierAugen ?? '');
  return [...new Set([...others, ...accountsIn(task.variables.ausgeschlossen)])];
};

/**
 * What the model says of the step. A release of before the office asked what a step is for says nothing of it; then the step of that id as it is
 * released now does, so that cases that run on stand on the right lists, too.
 */
const describeStep = async (deps: Pick<Deps, 'releases'>, task: EngineTask) => {
  const { releases } = deps;
  const element = await releases.describeElement(task.bpmnProcessId, task.elementId, task.processDefinitionKey);
  const { aufgabe, verfasst } = element?.properties ?? {};
  const told = element?.current || (aufgabe && verfasst);
  const now = told ? undefined : await releases.find(releases.plainIdOf(task.bpmnProcessId));
  const today = now && (await releases.describeElement(now.engineId, task.elementId))?.properties;
  return { element, purpose: purposeOf(aufgabe ?? today?.aufgabe), verfasst: (verfasst ?? today?.verfasst) === 'ja' };
};

/** Stores a user task once per job, whoever tells of it first: the worker, or the record stream. */
export const openTask = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'releases'>,
  task: EngineTask,
  last: Last = asTheyCome,
): Promise<void> => {
  const { element, purpose, verfasst } = await describeStep(deps, task);
  const { vierAugen, skill = null } = element?.properties ?? {};
  const [found, excluded, before] = await Promise.all([
    getCase(trx, task.caseId),
    excludedFrom(trx, task, vierAugen),
    // What was returned goes back to its author. A second pair of eyes need not be the same each time.
    vierAugen ? undefined : latestAuthor(trx, task.caseId, task.elementId),
  ]);
  const candidateGroups = groupsOf(task.customHeaders);
  const stored: NewTask = {
    taskId: randomUUID(),
    jobKey: task.jobKey,
    caseId: task.caseId,
    processInstanceKey: task.processInstanceKey,
    elementInstanceKey: task.elementInstanceKey,
    engineProcessId: task.bpmnProcessId,
    definitionKey: task.processDefinitionKey,
    processId: deps.releases.plainIdOf(task.bpmnProcessId),
    elementId: task.elementId,
    purpose,
    verfasst,
    name: element?.name || task.elementId,
    section: found.section,
    team: teamFor(found, candidateGroups),
    candidateGroups,
    skill,
    excluded,
    hidden: found.hidden,
    assignee: await sameHands(trx, found, { candidateGroups, excluded, skill, hidden: found.hidden }, before),
    priority: found.priority ?? 3,
    dueAt: dueOf(task.customHeaders, found),
    variables: task.variables,
    createdAt: nowOf(deps),
  };
  await last(() => storeTask(trx, stored, { channel: eventsChannel, event: JSON.stringify(eventOf(stored)) }));
};

type Told = Pick<NewTask, 'taskId' | 'caseId' | 'section' | 'hidden' | 'candidateGroups' | 'assignee'>;

const eventOf = (task: Told): Event => ({
  kind: 'task',
  taskId: task.taskId,
  caseId: task.caseId,
  hidden: task.hidden,
  groups: task.candidateGroups,
  ...(task.section ? { section: task.section } : {}),
  ...(task.assignee ? { account: task.assignee } : {}),
});

export const notifyTask = (trx: Transaction, task: Told): Promise<void> => notify(trx, eventOf(task));
