import type { CaseLevel } from '../staff/index.ts';
import type { ListedCase } from './list-store.ts';
import type { CaseRow } from './store.ts';

/** An open incident goes before every other state: a person has to look. */
const statusOf = (found: Pick<CaseRow, 'status' | 'openIncidents' | 'closedAt'>): string =>
  found.openIncidents > 0 && !found.closedAt ? 'stoerung' : found.status;

/** The fields of status sight: where a case stands, without reasons. */
export const caseSummary = (found: CaseRow) => ({
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
export const portalSummary = (found: CaseRow) => {
  const { caseId, aktenzeichen, anliegen, status, outcome, receivedAt, createdAt, closedAt } = caseSummary(found);
  return { caseId, aktenzeichen, anliegen, status, outcome, receivedAt, createdAt, closedAt };
};

export const listedCase = (found: ListedCase, level: CaseLevel) => ({
  ...(level === 'portal' ? portalSummary(found) : caseSummary(found)),
  person: level === 'none' ? null : found.person,
});
