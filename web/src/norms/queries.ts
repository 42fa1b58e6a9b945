import { useQuery } from '@tanstack/preact-query';
import type { LetterTemplate } from '../../../services/letters/answers.ts';
import type { Norms } from '../../../services/norms/answers.ts';
import { api } from '../api/client.ts';
import { searchOf } from '../paths.ts';

/** What rests on a norm changes with releases, which `models` events announce. */
export const useNorms = (query: string) =>
  useQuery({
    queryKey: ['models', 'norms', query],
    queryFn: ({ signal }) => api.get<Norms>(`/api/norms${searchOf({ query })}`, signal),
    enabled: query !== '',
  });

export const useLetterTemplate = (type: string) =>
  useQuery({
    queryKey: ['letter-template', type],
    queryFn: ({ signal }) => api.get<LetterTemplate>(`/api/letter-templates/${encodeURIComponent(type)}`, signal),
    throwOnError: true,
  });
