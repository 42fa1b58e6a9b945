import { useQuery } from '@tanstack/preact-query';
import { searchOf } from '../paths.ts';
import { api } from './client.ts';

/** A case as the search box shows it: with initials, no birthday and no matter where its person has not been identified. */
export type FoundCase = {
  caseId: string;
  aktenzeichen: string;
  anliegen: string | null;
  status: string;
  outcome: string | null;
  section: string | null;
  person: string | null;
  birthDate: string | null;
};
export type Found = {
  persons: { personId: string; alias: string | null; caseIds: string[] }[];
  cases: FoundCase[];
  /** The case whose whole Aktenzeichen was given. */
  exact: string | null;
  /** The person, named with the birthday, is known in other sections only. */
  elsewhere: boolean;
};

const fewest = 2;
const most = 8;

const ask = (text: string, signal?: AbortSignal): Promise<Found> => api.get(`/api/search${searchOf({ q: text, limit: most })}`, signal);

/** The closest to what has been typed; nothing for a single letter. */
export const useSearch = (text: string): Found | undefined =>
  useQuery({ queryKey: ['search', text], queryFn: ({ signal }) => ask(text, signal), enabled: text.length >= fewest }).data;

/** Asks for itself: an answer shared with what is shown while one types would be broken off as soon as that is closed. */
export const findNow = (text: string): Promise<Found> => ask(text);
