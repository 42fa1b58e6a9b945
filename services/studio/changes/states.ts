import type { User } from '../../platform/route.ts';
import { hasRight } from '../../staff/index.ts';

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
  const seats: Seat[] = [
    ...(hasRight(user, 'approve-changes') ? ['al' as const] : []),
    ...(hasRight(user, 'approve-legal-changes') ? ['rsb' as const] : []),
  ];
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
  const writes = hasRight(user, 'edit-models');
  const { seat } = seatOf(user, change);
  const sees =
    change.state === 'zur-freigabe' && (hasRight(user, 'approve-changes') || (change.legal && hasRight(user, 'approve-legal-changes')));
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
  if (change.state !== 'zur-freigabe' || !hasRight(user, 'try-changes')) return null;
  const { seat, because } = seatOf(user, change);
  return seat ? null : (because ?? null);
};
