import { useQuery } from '@tanstack/preact-query';
import type { Heat } from '../../../../services/models/answers.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../api/me.ts';
import { daysLater } from '../../i18n/days-later.ts';
import { searchOf } from '../../paths.ts';
import type { Place } from '../use-place.ts';

/** `days` up to the office's today, both ends included. */
const firstDay = (today: string, days: number): string => daysLater(today, 1 - days);

export const useHeat = (id: string, { version, days, section }: Pick<Place, 'version' | 'days' | 'section'>) => {
  const today = useMe()?.today;
  const search = searchOf({ from: today && firstDay(today, days), to: today, section, version });
  return useQuery({
    queryKey: ['models', id, 'heat', search],
    queryFn: ({ signal }) => api.get<Heat>(`/api/processes/${encodeURIComponent(id)}/heat${search}`, signal),
    placeholderData: (before) => before,
    enabled: today !== undefined,
  }).data;
};
