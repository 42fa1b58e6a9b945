import { useQuery } from '@tanstack/preact-query';
import type { Desk } from '../../../services/desk/answers.ts';
import type { Purpose } from '../../../services/office/purposes.ts';
import type { Me } from '../../../services/portal/answers.ts';
import { api } from './client.ts';
import { may } from './me.ts';

/** "Fragen an mich", due first; the page and the count in the navigation read it once. Undefined for whoever has no desk. */
export const useDesk = (me: Pick<Me, 'may'>, { orFail = false } = {}): Desk | undefined =>
  useQuery({
    queryKey: ['desk'],
    queryFn: ({ signal }) => api.get<Desk>('/api/desk', signal),
    enabled: may(me, 'answer-questions'),
    // A count may be missing; a page that could not be read says so.
    throwOnError: (_fault, query) => orFail && query.state.data === undefined,
  }).data;

export const countOf = ({ escalations, secondChecks, objections }: Desk): number =>
  escalations.length + secondChecks.length + objections.length;

const answering: readonly (Purpose | null)[] = ['frage', 'zweite-stufe'];
const atDesk: readonly (Purpose | null)[] = [...answering, 'zeichnen', 'zulaessigkeit', 'abhilfe', 'widerspruchsbescheid'];

type Step = { purpose: Purpose | null };
export const isAnswering = ({ purpose }: Step): boolean => answering.includes(purpose);
/** Steps of the three groups. Whoever comes to one from the desk goes back there. */
export const isDeskStep = ({ purpose }: Step): boolean => atDesk.includes(purpose);
