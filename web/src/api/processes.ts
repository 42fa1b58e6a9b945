import { useQuery } from '@tanstack/preact-query';
import type { CasesHere, DecisionTable, Landscape, ProcessInWords, Releases, Tokens } from '../../../services/models/answers.ts';
import { searchOf } from '../paths.ts';
import { api } from './client.ts';

/** Who may count cases but not see them is told of no single change: figures are read again every few seconds. */
const LIVE_MS = 5_000;
const forEver = Number.POSITIVE_INFINITY;

export const useLandscape = () =>
  useQuery({
    queryKey: ['cases', 'map'],
    queryFn: ({ signal }) => api.get<Landscape>('/api/processes/map', signal),
    refetchInterval: LIVE_MS,
  });

const ofProcess = (id: string, part: string, version: number | undefined): string =>
  `/api/processes/${encodeURIComponent(id)}/${part}${searchOf({ version })}`;

export const useTokens = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: ['cases', 'tokens', id, version ?? 'current'],
    queryFn: ({ signal }) => api.get<Tokens>(ofProcess(id, 'tokens', version), signal),
    refetchInterval: LIVE_MS,
  });

export const useElements = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: ['models', id, 'elements', version ?? 'current'],
    queryFn: ({ signal }) => api.get<ProcessInWords>(ofProcess(id, 'elements', version), signal),
    throwOnError: true,
  });

/** The text of a release never changes; which one is current does, and `models` events say so. */
export const useXml = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: version === undefined ? ['models', id, 'xml', 'current'] : ['release', id, 'xml', version],
    queryFn: ({ signal }) => api.get<string>(ofProcess(id, 'xml', version), signal),
    staleTime: version === undefined ? 30_000 : forEver,
  });

export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['models', id, 'versions'],
    queryFn: ({ signal }) => api.get<Releases>(ofProcess(id, 'versions', undefined), signal),
  });

export const useDecision = (id: string) =>
  useQuery({
    queryKey: ['models', id, 'decision'],
    queryFn: ({ signal }) => api.get<DecisionTable>(`/api/decisions/${encodeURIComponent(id)}`, signal),
    throwOnError: true,
  });

type Place = { processId: string; version: number; elementId: string; limit: number };

export const useCasesHere = ({ processId, version, elementId, limit }: Place) =>
  useQuery({
    queryKey: ['cases', 'here', processId, version, elementId, limit],
    queryFn: ({ signal }) =>
      api.get<CasesHere>(`/api/processes/${encodeURIComponent(processId)}/cases${searchOf({ elementId, version, limit })}`, signal),
    placeholderData: (before) => before,
  });
