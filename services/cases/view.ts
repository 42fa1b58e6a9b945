import type { CaseLevel } from '../staff/index.ts';
import type { CaseSummary, ListedCase as ListedAnswer, OwnCase, PortalSummary } from './answers.ts';
import type { ListedCase } from './list-store.ts';
import type { CaseInList } from './store.ts';

/** An open incident goes before every other state: a person has to look. */
const statusOf = (found: Pick<CaseInList, 'status' | 'openIncidents' | 'closedAt'>): CaseSummary['status'] =>
  found.openIncidents > 0 && !found.closedAt ? 'stoerung' : found.status;

/** The fields of status sight: where a case stands, without reasons. */
export const caseSummary = (found: CaseInList): CaseSummary => ({
  caseId: found.caseId,
  aktenzeichen: found.aktenzeichen,
  anliegen: found.anliegen,
  status: statusOf(found),
  outcome: found.outcome,
  section: found.section,
  team: found.team,
  process: found.process,
  release: found.release,
  priority: found.priority,
  deadline: found.deadline?.toISOString() ?? null,
  receivedAt: found.receivedAt.toISOString(),
  createdAt: found.createdAt.toISOString(),
  closedAt: found.closedAt?.toISOString() ?? null,
});

/** What an applicant sees of it: no names, teams and dates of the office's own. */
export const portalSummary = (found: CaseInList): PortalSummary => {
  const { caseId, aktenzeichen, anliegen, status, outcome, receivedAt, createdAt, closedAt } = caseSummary(found);
  return { caseId, aktenzeichen, anliegen, status, outcome, receivedAt, createdAt, closedAt };
};

/** A masked row says that there is a case, how it stands and where; whose it is and what it is about is kept back. */
export const listedCase = (found: ListedCase, level: CaseLevel): ListedAnswer | OwnCase => {
  if (level === 'portal') return { ...portalSummary(found), person: found.person };
  const summary = caseSummary(found);
  if (level === 'none') return { ...summary, person: null, birthDate: null };
  if (!found.masked) return { ...summary, person: found.person, birthDate: found.birthDate };
  return { ...summary, anliegen: null, outcome: null, team: null, process: null, release: null, person: found.person, birthDate: null };
};
