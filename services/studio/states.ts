import type { User } from '../platform/route.ts';
import { sectionIds } from '../staff/index.ts';

/**
 * The way of a change: entwurf → zur-freigabe → freigegeben → in-kraft. Sent back, withdrawn or failed it is edited again. Who wrote at it never
 * releases it, and where law is touched two people look: the head of the office and a legal specialist.
 */
export const states = ['entwurf', 'zur-freigabe', 'freigegeben', 'in-kraft', 'zurueckgegeben', 'verworfen', 'gescheitert'] as const;
export type State = (typeof states)[number];
export type Seat = 'al' | 'rsb';
export type Approval = { as: Seat; by: string; at: string };
export type Action = 'edit' | 'submit' | 'approve' | 'return' | 'discard' | 'reopen';

export type ChangeFacts = { state: State; legal: boolean; authors: readonly string[]; approvals: readonly Approval[] };

const legalGroups = sectionIds.map((id) => `rsb-${id.toLowerCase()}`);
export const writers = ['pv'];
export const readers = [...writers, 'al', ...legalGroups, 'con', 'ops'];
/** Who may try a change out: who writes it and who lets it through. */
export const triers = [...writers, 'al', ...legalGroups];
/** Who may bring a former release back. */
export const rollers = ['pv', 'al'];

export const isIn = (user: User, groups: readonly string[]): boolean =>
  !user.applicant && groups.some((group) => user.groups.includes(group));

const editable: readonly State[] = ['entwurf', 'zurueckgegeben', 'gescheitert'];
export const isEditable = (state: State): boolean => editable.includes(state);

/** Seats that are still empty; nobody's before it is submitted. */
export const needsOf = ({ state, legal, approvals }: ChangeFacts): Seat[] => {
  if (state !== 'zur-freigabe') return [];
  const wanted: Seat[] = legal ? ['al', 'rsb'] : ['al'];
  return wanted.filter((seat) => !approvals.some((each) => each.as === seat));
};

/** The empty seat this person may take; a sentence why not, for those who would have one. */
export const seatOf = (user: User, change: ChangeFacts): { seat?: Seat; because?: string } => {
  const seats: Seat[] = [...(isIn(user, ['al']) ? ['al' as const] : []), ...(isIn(user, legalGroups) ? ['rsb' as const] : [])];
  if (change.state !== 'zur-freigabe') return { because: 'Diese Änderung liegt nicht zur Freigabe vor.' };
  if (seats.length === 0)
    return { because: 'Freigeben darf die Abteilungsleitung, bei rechtlichen Teilen zusätzlich die Rechtssachbearbeitung.' };
  if (change.authors.includes(user.account))
    return { because: 'Sie haben an dieser Änderung mitgeschrieben. Freigeben muss sie eine andere Person.' };
  if (change.approvals.some((each) => each.by === user.account))
    return { because: 'Sie haben schon zugestimmt. Es fehlt noch eine zweite Person.' };
  const seat = needsOf(change).find((each) => seats.includes(each));
  if (seat) return { seat };
  return {
    because: change.legal
      ? 'Die Zustimmung Ihrer Rolle liegt schon vor.'
      : 'Diese Änderung berührt keine rechtlichen Teile. Es genügt die Abteilungsleitung.',
  };
};

export const mayOf = (user: User, change: ChangeFacts): Action[] => {
  const writes = isIn(user, writers);
  const { seat } = seatOf(user, change);
  const sees = change.state === 'zur-freigabe' && (isIn(user, ['al']) || (change.legal && isIn(user, legalGroups)));
  return [
    ...(writes && isEditable(change.state) ? (['edit', 'submit'] as const) : []),
    ...(seat ? (['approve'] as const) : []),
    ...(sees ? (['return'] as const) : []),
    ...(writes && isEditable(change.state) ? (['discard'] as const) : []),
    ...(writes && (change.state === 'zur-freigabe' || change.state === 'verworfen') ? (['reopen'] as const) : []),
  ];
};

/** Only for those who could have a seat: why they cannot take it. */
export const mayNotBecause = (user: User, change: ChangeFacts): string | null => {
  if (change.state !== 'zur-freigabe' || !isIn(user, ['al', ...legalGroups, ...writers])) return null;
  const { seat, because } = seatOf(user, change);
  return seat ? null : (because ?? null);
};
