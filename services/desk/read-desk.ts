import type { Deps } from '../deps.ts';
import { listOpen } from '../escalations/index.ts';
import { countChanges, findBescheid, showDraft } from '../letters/index.ts';
import { listObjections } from '../objections/index.ts';
import type { Purpose } from '../office/index.ts';
import type { User } from '../platform/route.ts';
import { countHeldByOthers, listClaimable } from '../tasks/index.ts';
import type { Desk } from './answers.ts';

const QUESTIONS: readonly Purpose[] = ['frage', 'zweite-stufe'];
const SIGNING: readonly Purpose[] = ['zeichnen'];
const OBJECTIONS: readonly Purpose[] = ['zulaessigkeit', 'abhilfe', 'widerspruchsbescheid'];

type Listed = Awaited<ReturnType<typeof listClaimable>>[number];

const NEVER = 9_000;
const common = (task: Listed) => ({
  taskId: task.taskId,
  caseId: task.caseId,
  aktenzeichen: task.aktenzeichen,
  name: task.name,
  person: task.person,
  assignee: task.assignee,
  dueDate: task.dueAt.getUTCFullYear() > NEVER ? null : task.dueAt.toISOString(),
});

const caseIdsOf = (tasks: readonly Listed[]): string[] => [...new Set(tasks.map((task) => task.caseId))];

const readQuestions = async (deps: Pick<Deps, 'db'>, user: User) => {
  const tasks = await listClaimable(deps, user, QUESTIONS);
  const open = await listOpen(deps.db, caseIdsOf(tasks));
  return tasks.map((task) => {
    const ofCase = open.filter((each) => each.caseId === task.caseId);
    const escalation = ofCase.find((each) => each.escalationId === task.variables.eskalationId) ?? ofCase.at(-1);
    return {
      ...common(task),
      question: escalation?.question ?? '',
      facts: escalation?.facts ?? '',
      norm: escalation?.norm ?? '',
      proposal: escalation?.proposal ?? '',
      reasons: escalation?.hints.map((hint) => hint.grund) ?? [],
      askedBy: escalation?.askedBy ?? null,
      secondLevel: task.purpose === 'zweite-stufe',
    };
  });
};

const readSecondChecks = async (deps: Pick<Deps, 'db'>, user: User) => {
  const tasks = await listClaimable(deps, user, SIGNING);
  return Promise.all(
    tasks.map(async (task) => {
      const shown = await showDraft(deps.db, task);
      return {
        ...common(task),
        typ: shown?.bescheid.typ ?? null,
        subject: shown?.bescheid.draft.subject ?? null,
        author: shown?.bescheid.author ?? null,
        returns: shown?.returned.length ?? 0,
        changes: shown?.changes ? countChanges(shown.changes) : null,
      };
    }),
  );
};

const readObjections = async (deps: Pick<Deps, 'db'>, user: User) => {
  const tasks = await listClaimable(deps, user, OBJECTIONS);
  const objections = new Map((await listObjections(deps.db, caseIdsOf(tasks))).map((each) => [each.caseId, each]));
  return Promise.all(
    tasks.map(async (task) => {
      const objection = objections.get(task.caseId);
      const attacked = objection?.bescheidId ? await findBescheid(deps.db, objection.bescheidId) : undefined;
      return {
        ...common(task),
        against: attacked?.typ ?? null,
        receivedOn: objection?.receivedOn ?? null,
        remedyUntil: objection?.remedyUntil ?? null,
        inTime: objection?.inTime ?? null,
        admissible: objection?.admissible ?? null,
      };
    }),
  );
};

/** "Fragen an mich": what waits for a legal specialist or the head of a section, due first; never one's own work. */
export const readDesk = async (deps: Pick<Deps, 'db'>, user: User): Promise<Desk> => {
  const [escalations, secondChecks, objections, ...held] = await Promise.all([
    readQuestions(deps, user),
    readSecondChecks(deps, user),
    readObjections(deps, user),
    ...[QUESTIONS, SIGNING, OBJECTIONS].map((anyOf) => countHeldByOthers(deps, user, anyOf)),
  ]);
  const [questionsHeld = [], checksHeld = [], objectionsHeld = []] = held;
  return {
    escalations,
    secondChecks,
    objections,
    withOthers: { escalations: questionsHeld, secondChecks: checksHeld, objections: objectionsHeld },
  };
};
