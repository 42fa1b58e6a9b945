import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { PersonFile } from '../../../services/personfile/answers.ts';
import { api } from '../api/client.ts';
import { readable } from '../api/readable.ts';

export const usePerson = (personId: string) =>
  useQuery({ queryKey: ['person', personId], queryFn: ({ signal }) => api.get<PersonFile>(`/api/persons/${personId}`, signal) });

/** A decision about a person; the person and every case shown are read again. */
const useDecision = <Command>(send: (command: Command) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: Command) => send(command).catch(readable),
    // Refused because somebody was faster: what they did is shown, too.
    onSettled: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: ['person'] }), client.invalidateQueries({ queryKey: ['case'] })]);
    },
  });
};

type Seen = { personId: string; version: number };

export const useCorrect = (personId: string) =>
  useDecision((command: { changes: Record<string, unknown>; reason: string; version: number | undefined }) =>
    api.patch<unknown>(`/api/persons/${personId}`, command),
  );

export const useMerge = ({ personId, version }: Seen) =>
  useDecision((command: { with: string; withVersion: number | undefined; choices: Record<string, string>; reason: string }) =>
    api.post<unknown>(`/api/persons/${personId}/merge`, { ...command, version }),
  );

export const useTellApart = ({ personId }: Seen) =>
  useDecision((command: { from: string; reason: string }) => api.post<unknown>(`/api/persons/${personId}/different`, command));

export const useAskComparison = ({ personId }: Seen) =>
  useDecision((command: { caseId: string; reason: string }) => api.post<unknown>(`/api/persons/${personId}/comparison`, command));

export const useSeparate = ({ personId, version }: Seen) =>
  useDecision((command: { mergeId: string; reason: string }) =>
    api.post<unknown>(`/api/persons/${personId}/separate`, { ...command, version }),
  );

export const useSettle = ({ personId, version }: Seen) =>
  useDecision(({ differenceId, ...command }: { differenceId: string; take: boolean; reason: string }) =>
    api.post<unknown>(`/api/persons/${personId}/differences/${differenceId}`, { ...command, version }),
  );

export const useLinkRelative = (personId: string) =>
  useDecision((command: { aktenzeichen: string; relation?: string; reason: string }) =>
    api.post<unknown>(`/api/persons/${personId}/relatives`, command),
  );

export const useUnlinkRelative = (personId: string) =>
  useDecision(({ relationId, reason }: { relationId: string; reason: string }) =>
    api.post<unknown>(`/api/persons/${personId}/relatives/${relationId}/end`, { reason }),
  );
