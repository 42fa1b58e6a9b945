import { dayOf } from '../../platform/clock.ts';
import type { Answer } from './ask-tables.ts';
import type { Recorded, Replayed } from './replay.ts';
import type { RuleTask, Side } from './rule-tasks.ts';
import { type Said, sayDue, sayOutputs, sayPriority, sayTarget, type Target, type Words } from './say-difference.ts';

type Context = Record<string, unknown>;
export type Compared = { said: (Said & { decision: string })[]; failures: string[]; open: boolean };

/** The three tables of intake end up in one assignment (services/routing/assign-case.ts), so they are told as one. */
const INTAKE = { routing: 'routing', team: 'team', priority: 'prioritaet' } as const;
const intake: readonly string[] = Object.values(INTAKE);

const asContext = (value: unknown): Context =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Context) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

export type CaseToCompare = {
  tasks: readonly RuleTask[];
  recorded: ReadonlyMap<string, Recorded>;
  before: Replayed;
  after: Replayed;
  /** Section the case is in; a person may have put it there. */
  section: string | null;
};

const answered = (answers: Replayed, task: RuleTask, recorded: ReadonlyMap<string, Recorded>): Answer | undefined =>
  answers.get(task.elementId) ?? (recorded.has(task.elementId) ? { kind: 'open' } : undefined);

type Intake = { target: Target; priority: number; sla: number | undefined };

const intakeOf = (answers: Replayed, all: readonly RuleTask[], { recorded, section }: CaseToCompare): Intake => {
  const output = (decision: string): Context => {
    const task = all.find((each) => each.decision === decision && recorded.has(each.elementId));
    if (!task) return {};
    const answer = answers.get(task.elementId);
    return asContext(answer?.kind === 'answer' ? answer.output : recorded.get(task.elementId)?.evaluation.steps.at(-1)?.output);
  };
  const [routing, team, priority] = [output(INTAKE.routing), output(INTAKE.team), output(INTAKE.priority)];
  const table = all.find((each) => each.decision === INTAKE.routing && recorded.has(each.elementId));
  const said = text(asContext(recorded.get(table?.elementId ?? '')?.evaluation.steps.at(-1)?.output).sachgebiet);
  const wanted = section !== null && said !== '' && said !== section ? section : '';
  const target =
    wanted && wanted !== routing.sachgebiet
      ? { section: wanted, team: '', role: '', process: '' }
      : { section: text(routing.sachgebiet), team: text(team.team), role: text(routing.rolle), process: text(routing.prozess) };
  return {
    target,
    priority: Math.min(number(routing.prioBasis, 9), number(priority.prioritaet, 9)),
    sla: typeof priority.slaTage === 'number' ? priority.slaTage : undefined,
  };
};

/** Other outputs of the routing table, which no assignment shows. */
const rest = (output: unknown): Context =>
  Object.fromEntries(
    Object.entries(asContext(output)).filter(
      ([name]) => !['sachgebiet', 'team', 'rolle', 'prozess', 'prioBasis', 'slaTage', 'wirksamesAnliegen', 'prioritaet'].includes(name),
    ),
  );

/** In what a case would be treated otherwise, in words. `all` are the steps of its process, `tasks` those that are affected. */
export const compareCase = (
  compared: CaseToCompare,
  all: readonly RuleTask[],
  sides: { before: Side; after: Side },
  words: Words,
): Compared => {
  const { tasks, recorded, before, after } = compared;
  const result: Compared = { said: [], failures: [], open: false };
  const nameOf = (decision: string): string => sides.after.tables.get(decision)?.name ?? decision;
  const comparable: RuleTask[] = [];
  for (const task of tasks) {
    const [old, now] = [answered(before, task, recorded), answered(after, task, recorded)];
    if (!old || !now) continue;
    if (old.kind === 'answer' && now.kind === 'answer') comparable.push(task);
    else if (now.kind === 'failure' || old.kind === 'failure') {
      const failed = now.kind === 'failure' ? now : old;
      result.failures.push(`„${nameOf(task.decision)}“ gibt keine Antwort: ${failed.kind === 'failure' ? failed.message : ''}`);
    } else result.open = true;
    if (old.kind !== 'answer' || now.kind !== 'answer') break;
  }
  const outputs = (task: RuleTask): [unknown, unknown] => {
    const [old, now] = [before.get(task.elementId), after.get(task.elementId)];
    return [old?.kind === 'answer' ? old.output : null, now?.kind === 'answer' ? now.output : null];
  };
  const add = (decision: string, said: Said | undefined): void => {
    if (said) result.said.push({ ...said, decision: nameOf(decision) });
  };
  const ofIntake = comparable.filter((task) => intake.includes(task.decision));
  const unmatched = ofIntake.filter((task) => outputs(task).some((output) => output === null));
  for (const task of unmatched)
    add(task.decision, sayOutputs(sides.after.tables.get(task.decision), nameOf(task.decision), ...outputs(task), words));
  if (ofIntake.length > 0 && unmatched.length === 0) {
    const [old, now] = [intakeOf(before, all, compared), intakeOf(after, all, compared)];
    const at = [...recorded.values()][0]?.evaluation.at ?? new Date();
    const routedOn = dayOf(at);
    const has = (decision: string): boolean => ofIntake.some((task) => task.decision === decision);
    add(has(INTAKE.routing) ? INTAKE.routing : INTAKE.team, sayTarget(old.target, now.target, words));
    add(INTAKE.priority, sayPriority(old.priority, now.priority));
    if (old.sla !== undefined && now.sla !== undefined) add(INTAKE.priority, sayDue(routedOn, old.sla, now.sla));
    for (const task of ofIntake) {
      const [oldRest, newRest] = outputs(task).map(rest);
      add(task.decision, sayOutputs(sides.after.tables.get(task.decision), nameOf(task.decision), oldRest, newRest, words));
    }
  }
  for (const task of comparable.filter((each) => !intake.includes(each.decision)))
    add(task.decision, sayOutputs(sides.after.tables.get(task.decision), nameOf(task.decision), ...outputs(task), words));
  return result;
};
