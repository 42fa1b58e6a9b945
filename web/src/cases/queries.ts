import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { AnyCase, Instance } from '../../../services/casefile/answers.ts';
import type { CasePage } from '../../../services/cases/answers.ts';
import type { FiledDocument } from '../../../services/documents/answers.ts';
import type { Letter } from '../../../services/letters/answers.ts';
import type { MovedDeadline } from '../../../services/waits/answers.ts';
import { api } from '../api/client.ts';
import { readable } from '../api/readable.ts';
import { searchOf } from '../paths.ts';

const EXPLAINED_SOON_MS = 1_000;

/** Nobody sends word when the rows before the one that decided have been worked out: the view is read again until they are. */
const isBeingExplained = (found: AnyCase | undefined): boolean =>
  found !== undefined && 'routing' in found && found.routing?.explanation === 'laeuft';

export const useCase = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => api.get<AnyCase>(`/api/cases/${caseId}`, signal),
    throwOnError: true,
    refetchInterval: ({ state }) => (isBeingExplained(state.data) ? EXPLAINED_SOON_MS : false),
  });

export const useDiagram = (caseId: string) =>
  useQuery({ queryKey: ['case', caseId, 'diagram'], queryFn: ({ signal }) => api.get<Instance[]>(`/api/cases/${caseId}/diagram`, signal) });

export const useLetter = (caseId: string, letterId: string) =>
  useQuery({
    queryKey: ['letter', letterId],
    queryFn: ({ signal }) => api.get<Letter>(`/api/cases/${caseId}/letters/${letterId}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type CaseFilter = { query?: string; section?: string; status?: string; mine?: string; sort?: string };

const pageSize = 50;

export const useCaseList = (filter: CaseFilter) =>
  useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CasePage>(`/api/cases${searchOf({ ...filter, limit: pageSize, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** A change of a case; what it touches is read again at once, and once more when the engine has followed (event stream). */
const useChange = <Change, Answer>(caseId: string, change: (command: Change) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: Change) => change(command).catch(readable),
    // Refused because somebody was faster: what they did is shown, too.
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};

export const useMoveDeadline = (caseId: string) =>
  useChange(
    caseId,
    ({ warteId, ...command }: { warteId: string; date: string; reason: string; requestedBy?: string; version?: number | undefined }) =>
      api.post<MovedDeadline>(`/api/cases/${caseId}/deadlines/${warteId}`, command),
  );

export const useReassign = (caseId: string) =>
  useChange(caseId, (command: { anliegen?: string; section?: string; reason: string }) =>
    api.post<unknown>(`/api/cases/${caseId}/reassign`, command),
  );

export const useWithdraw = (caseId: string) =>
  useChange(caseId, (command: { reason: string }) => api.post<unknown>(`/api/cases/${caseId}/withdraw`, command));

/** `known`: the same file was in the case before. */
export const useUpload = (caseId: string) =>
  useChange(caseId, ({ type, file }: { type: string; file: File }) => {
    const form = new FormData();
    form.set('type', type);
    form.set('file', file);
    return api.post<FiledDocument>(`/api/cases/${caseId}/documents`, form);
  });

export type Payment = { amount: number; method: 'KASSE' | 'UEBERWEISUNG'; paymentId: string };

export const useTakePayment = (caseId: string) =>
  useChange(caseId, (command: Payment) => api.post<unknown>(`/api/cases/${caseId}/payments`, command));

export const useRemind = (caseId: string) =>
  useChange(caseId, (command: { date: string; note: string }) => api.post<unknown>(`/api/cases/${caseId}/reminders`, command));

export const useNoteDelivery = (caseId: string) =>
  useChange(caseId, ({ letterId, ...command }: { letterId: string; date: string; version: number | undefined }) =>
    api.post<unknown>(`/api/letters/${letterId}/delivery`, command),
  );

/** Nothing is read again: what becomes of a note is not said. */
export const useSecurityNote = (caseId: string) =>
  useMutation({ mutationFn: (text: string) => api.post<unknown>(`/api/cases/${caseId}/security-note`, { text }).catch(readable) });
