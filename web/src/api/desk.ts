import { useQuery } from '@tanstack/preact-query';
import type { Purpose } from '../../../services/office/purposes.ts';
import { api } from './client.ts';
import { type Me, may } from './me.ts';

type OnDesk = {
  taskId: string;
  caseId: string;
  aktenzeichen: string;
  /** What is to be done. */
  name: string;
  person: string;
  assignee: string | null;
  dueDate: string | null;
};

export type Question = OnDesk & {
  question: string;
  facts: string;
  norm: string;
  proposal: string;
  /** Codes of the table that chose whom to ask (D4). */
  reasons: string[];
  askedBy: string | null;
  secondLevel: boolean;
};

export type SecondCheck = OnDesk & {
  typ: string | null;
  subject: string | null;
  author: string | null;
  returns: number;
  /** Parts that changed since somebody last looked; null at the first look. */
  changes: number | null;
};

export type Objection = OnDesk & {
  /** Type of the decision attacked. */
  against: string | null;
  receivedOn: string | null;
  remedyUntil: string | null;
  inTime: boolean | null;
  admissible: boolean | null;
};

type Held = { account: string; tasks: number }[];

export type Desk = {
  escalations: Question[];
  secondChecks: SecondCheck[];
  objections: Objection[];
  /** Who else holds how many of each. */
  withOthers: { escalations: Held; secondChecks: Held; objections: Held };
};

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
