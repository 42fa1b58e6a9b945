import { addHistory, type CaseRow, findRelatedOpenCase, lockCase, notifyCase, type Routing, updateCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { clerkGroupOf, teamsOf } from '../office/index.ts';
import { dayDeadline, endOfDay } from '../platform/calendar.ts';
import { dateOf, nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import type { RoutingResult } from './explain-routing.ts';
import { overruledReason, routingReason } from './routing-reason.ts';

export type AssignCase = {
  caseId: string;
  jobKey: string;
  elementId: string;
  inputs: Record<string, unknown>;
  routing: RoutingResult;
  team: string;
  priority: { prioritaet: number; slaTage: number };
  fiktion: { wirkung: string; norm: string };
  /** A person said which section it must be; that goes before the table. */
  wantedSection: string;
};

export type Assignment = {
  sachgebiet: string;
  team: string;
  rolle: string;
  prozess: string;
  prozessId: string;
  prioritaet: number;
  faelligAm: string;
};

type Target = { section: string; team: string; role: string; process: string };

const chooseTarget = (command: AssignCase): Target => {
  const { routing, wantedSection } = command;
  if (wantedSection && wantedSection !== routing.sachgebiet) {
    // The table's process belongs to the table's section: in another one a person sorts the case first.
    return { section: wantedSection, team: teamsOf(wantedSection)[0]?.code ?? '', role: clerkGroupOf(wantedSection), process: '' };
  }
  return { section: routing.sachgebiet, team: command.team, role: routing.rolle, process: routing.prozess };
};

/**
 * Turns what the tables said into an assignment: section, team, role, released process, priority and the day it is due. The plain
 * process becomes the released one here, so that a later release never changes a running case; without a model it becomes a sorting task.
 */
export const assignCase = async (deps: Pick<Deps, 'db' | 'clock' | 'releases'>, command: AssignCase): Promise<Assignment> => {
  const target = chooseTarget(command);
  const released = target.process ? await deps.releases.find(target.process, 'bpmn') : undefined;
  const priority = Math.min(command.routing.prioBasis, command.priority.prioritaet);
  const due = endOfDay(dayDeadline(deps.clock.today(), command.priority.slaTage));
  const overruled = target.section !== command.routing.sachgebiet;
  const said = routingReason(command.routing.sachgebiet, '', '', command.inputs);
  const routing: Routing = {
    section: target.section,
    team: target.team,
    role: target.role,
    process: target.process,
    inputs: command.inputs,
    // Which row it was is told when the engine's note is there (why-here.ts).
    reason: overruled ? overruledReason(target.section, said) : said,
  };
  await deps.db.transaction(async (trx) => {
    const found: CaseRow | undefined = await lockCase(trx, command.caseId);
    if (!found) throw new NotFound();
    const related = found.hidden ? undefined : await findRelatedOpenCase(trx, command.caseId);
    await updateCase(trx, command.caseId, {
      status: 'in-bearbeitung',
      section: target.section,
      team: target.team,
      role: target.role,
      process: target.process || null,
      release: released?.release ?? null,
      priority,
      deadline: dateOf(due),
      clerk: related?.team === target.team ? related.clerk : null,
      routing,
      ...(found.fiktion ? {} : { fiktion: command.fiktion }),
    });
    await addHistory(trx, {
      caseId: command.caseId,
      at: nowOf(deps),
      text: `Zugeordnet: ${routing.reason}`,
      elementId: command.elementId,
      by: 'Lotse',
      lineKey: `assigned:${command.jobKey}`,
    });
    await notifyCase(trx, { ...found, section: target.section });
    // Whoever had it before has to see that it is gone.
    if (found.section && found.section !== target.section) await notifyCase(trx, found);
  });
  return {
    sachgebiet: target.section,
    team: target.team,
    rolle: target.role,
    prozess: target.process,
    prozessId: released?.engineId ?? '',
    prioritaet: priority,
    faelligAm: dateOf(due).toISOString(),
  };
};
