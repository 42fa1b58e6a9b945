import { useQuery } from '@tanstack/preact-query';
import type { Found } from '../../../services/cases/answers.ts';
import { searchOf } from '../paths.ts';
import { api } from './client.ts';

const fewest = 2;
const most = 8;

const ask = (text: string, signal?: AbortSignal): Promise<Found> =>
  api.get<Found>(`/api/search${searchOf({ q: text, limit: most })}`, signal);

/** The closest to what has been typed; nothing for a single letter. */
export const useSearch = (text: string): Found | undefined =>
  useQuery({ queryKey: ['search', text], queryFn: ({ signal }) => ask(text, signal), enabled: text.length >= fewest }).data;

/** Asks for itself: an answer shared with what is shown while one types would be broken off as soon as that is closed. */
export const findNow = (text: string): Promise<Found> => ask(text);
