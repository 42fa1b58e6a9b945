import { headGroupOf, rowHas, sectionIds, sectionOf } from '../office/index.ts';
import { NotFound } from '../platform/errors.ts';
import type { Event } from '../platform/events.ts';
import type { User } from '../platform/route.ts';
import { hasRight } from './rights-by-role.ts';

/**
 * Who may do what with a case or a task, in one place; what a role may do at all stands in processes/amt/rollen.json. Everything is refused unless a line allows it.
 *
 * A case has a section (null until it is routed) and may be hidden (security). Hidden cases exist for the group
 * `sicherheit` alone: not for the head of the section, not for the head of the office, not for operations.
 * Other cases: full for case workers, legal specialists and the head of their section; service, emergency counter and
 * telephone work in the section that is the counter's and see the status of all others; trainees see status; an applicant sees the own case as the portal shows it. Whoever informs
 * only has names and matters masked until the person has said who they are (`namesMasked`). Leading, controlling, process, knowledge, data protection, personnel and operations roles open no single case.
 * `caseScope` says the same as data, and store.ts turns it into SQL; a test holds the two together.
 */
export type CaseLevel = 'full' | 'status' | 'portal' | 'none';

export type CaseFacts = { section: string | null; hidden: boolean; createdBy: string };

export type CaseScope = {
  /** Full: cases of these sections. */
  sections: readonly string[];
  /** Status: cases of these sections. */
  statusSections: readonly string[];
  /** Status: cases that are not routed yet. */
  unrouted: boolean;
  /** Full: unrouted cases this account opened. */
  unroutedOf?: string;
  /** Full: hidden cases. */
  hidden: boolean;
  /** Status comes without names and matters. */
  masked: boolean;
  /** Applicants: nothing but the own cases, as the portal shows them. */
  ownOnly?: string;
};

const isIn = (user: User, groups: readonly string[]): boolean => !user.applicant && groups.some((group) => user.groups.includes(group));
const seesHidden = (user: User): boolean => hasRight(user, 'see-hidden-cases');

const fullSections = (user: User): string[] => {
  const own = user.groups.map(sectionOf);
  return sectionIds.filter((id) => own.includes(id));
};

export const isStaff = (user: User): boolean => !user.applicant && user.groups.length > 0;

/** For everybody else it does not exist. */
export const requireStaff = (user: User): void => {
  if (!isStaff(user)) throw new NotFound();
};

export const caseScope = (user: User): CaseScope => {
  if (user.applicant) return { sections: [], statusSections: [], unrouted: false, hidden: false, masked: false, ownOnly: user.account };
  const full = fullSections(user);
  return {
    sections: full,
    statusSections: hasRight(user, 'see-status') ? sectionIds.filter((id) => !full.includes(id)) : [],
    unrouted: hasRight(user, 'see-unrouted-cases'),
    ...(isStaff(user) ? { unroutedOf: user.account } : {}),
    hidden: seesHidden(user),
    masked: hasRight(user, 'see-status'),
  };
};

/** The whole office but what is hidden. */
export const wholeOffice: CaseScope = { sections: sectionIds, statusSections: [], unrouted: true, hidden: false, masked: false };

/**
 * The cases a user may count on the process map. Who leads, controls or owns processes counts the whole office without opening one case; others
 * count what they see. Hidden cases are in nobody's figures, not even their own circle's. Undefined: no figures at all.
 */
export const countScope = (user: User): CaseScope | undefined => {
  if (hasRight(user, 'count-all-cases')) return wholeOffice;
  const { sections, statusSections, unrouted, masked } = caseScope(user);
  return sections.length + statusSections.length > 0 ? { sections, statusSections, unrouted, masked, hidden: false } : undefined;
};

/** What the user may see of a case; `none` is answered like an absent one. */
export const caseLevel = (user: User, found: CaseFacts): CaseLevel => {
  if (user.applicant) return !found.hidden && found.createdBy === user.account ? 'portal' : 'none';
  if (found.hidden) return seesHidden(user) ? 'full' : 'none';
  const scope = caseScope(user);
  if (found.section === null) return scope.unroutedOf === found.createdBy ? 'full' : scope.unrouted ? 'status' : 'none';
  if (scope.sections.some((id) => id === found.section)) return 'full';
  return scope.statusSections.some((id) => id === found.section) ? 'status' : 'none';
};

/** What the people of a group see of a case, whoever of them it is. */
export const groupLevel = (group: string, { section, hidden }: Pick<CaseFacts, 'section' | 'hidden'>): CaseLevel =>
  caseLevel({ account: group, name: '', groups: [group], teams: [], skills: [], applicant: false }, { section, hidden, createdBy: '' });

/** Counter, emergency counter and telephone tell a person how their matter stands once that person has said who they are; trainees tell nobody. */
export const mayIdentify = (user: User): boolean => hasRight(user, 'identify-persons');

/**
 * Whether the name, birthday and matter of a listed case are kept from this user: where they only inform, and the person has not been identified.
 * Who took a matter in knows whose it is.
 */
export const namesMasked = (user: User, found: CaseFacts, identified = false): boolean =>
  caseLevel(user, found) === 'status' && caseScope(user).masked && found.createdBy !== user.account && !(identified && mayIdentify(user));

export const isHiddenAnliegen = (anliegen: string): boolean => rowHas('anliegen', anliegen, 'verdeckt');

/** False for a hidden Anliegen outside its circle: answer exactly as for one that does not exist. */
export const knowsAnliegen = (user: User, anliegen: string): boolean => !isHiddenAnliegen(anliegen) || seesHidden(user);

/** Whoever may open a case, may open one on every Anliegen they know. */
export const mayOpenCases = (user: User): boolean => user.applicant || hasRight(user, 'open-cases');

/** Money is taken at the counter for every section, else by the case workers of the case's own. */
export const mayTakePayment = (user: User, found: CaseFacts): boolean =>
  hasRight(user, 'take-payments') || (caseLevel(user, found) === 'full' && hasRight(user, 'take-own-payments'));

export type ClaimFacts = {
  candidateGroups: readonly string[];
  skill?: string | null;
  hidden: boolean;
  /** Four eyes: who wrote what is to be checked. */
  excludedAccounts: readonly string[];
};

export const mayClaim = (user: User, task: ClaimFacts): boolean =>
  isIn(user, task.candidateGroups) &&
  (!task.hidden || seesHidden(user)) &&
  (!task.skill || user.skills.includes(task.skill)) &&
  !task.excludedAccounts.includes(user.account);

/** The head of the section distributes its tasks; hidden ones are distributed within their circle. */
export const mayAssign = (user: User, task: { section: string | null; hidden: boolean }): boolean =>
  task.hidden ? seesHidden(user) : task.section !== null && isIn(user, [headGroupOf(task.section)]);

export const seesOperations = (user: User): boolean => hasRight(user, 'see-operations');

/** Whether a browser of this user is told that something changed. */
export const seesEvent = (user: User, event: Event): boolean => {
  if (event.hidden) return seesHidden(user);
  if (event.account === user.account) return true;
  if (user.applicant) return false;
  if (event.kind === 'models') return isStaff(user);
  if (event.kind === 'operations') return seesOperations(user);
  if (event.groups && isIn(user, event.groups)) return true;
  return caseLevel(user, { section: event.section ?? null, hidden: false, createdBy: '' }) !== 'none';
};

/** Whose details a user may compare and join: those they see in full, and at the counter, which sees all sections, everybody's. */
export const mayCompare = (user: User, cases: readonly CaseFacts[]): boolean =>
  cases.some((each) => caseLevel(user, each) === 'full' || (hasRight(user, 'correct-contacts') && caseLevel(user, each) === 'status'));

/**
 * What a user may correct of a person: whoever works on one of their cases everything, the counter how they are reached. Nobody who only gives
 * information corrects anything.
 */
export const mayCorrect = (user: User, cases: readonly CaseFacts[]): 'all' | 'contact' | 'none' => {
  const works = cases.some((each) => caseLevel(user, each) === 'full' && (each.hidden || hasRight(user, 'decide-cases')));
  if (works) return 'all';
  return hasRight(user, 'correct-contacts') && cases.some((each) => caseLevel(user, each) !== 'none') ? 'contact' : 'none';
};
