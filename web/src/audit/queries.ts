import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import type { AuditPersons, AuditReaders, EntryPage } from '../../../services/audit/answers.ts';
import type { TrailState } from '../../../services/operations/answers.ts';
import { api } from '../api/client.ts';
import { searchOf } from '../paths.ts';
import type { AuditFilter } from './filter.ts';

const pageSize = 50;

/** Every look is an entry itself: it is taken when somebody asks, and not again by itself. */
const onlyWhenAsked = { staleTime: 0, refetchOnReconnect: false } as const;

export const useEntries = (filter: AuditFilter, wanted: boolean) =>
  useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<EntryPage>(`/api/audit${searchOf({ ...filter, limit: pageSize, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: wanted,
    ...onlyWhenAsked,
  });

export const useReaders = ({ person, from, to }: AuditFilter, wanted: boolean) =>
  useQuery({
    queryKey: ['audit', 'readers', person, from, to],
    queryFn: async ({ signal }) => (await api.get<AuditReaders>(`/api/audit/readers${searchOf({ person, from, to })}`, signal)).items,
    enabled: wanted && person !== undefined,
    ...onlyWhenAsked,
  });

/** People by what was typed, or the one with this id. */
export const usePersons = (typed: string) =>
  useQuery({
    queryKey: ['audit', 'persons', typed],
    queryFn: async ({ signal }) => (await api.get<AuditPersons>(`/api/audit/persons${searchOf({ q: typed })}`, signal)).items,
    enabled: typed.length >= 2,
    ...onlyWhenAsked,
    // A person stays who they are; several parts of the page name them.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useTrailState = () =>
  useQuery({
    queryKey: ['audit', 'state'],
    queryFn: ({ signal }) => api.get<TrailState>('/api/operations/audit', signal),
    refetchInterval: 60_000,
  });
