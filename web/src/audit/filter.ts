import { useLocation } from 'preact-iso';
import { auditPath, searchOf } from '../paths.ts';

/** What is looked for, in the names of the API. Days are JJJJ-MM-TT. */
export type AuditFilter = { person?: string; case?: string; actor?: string; kind?: string; from?: string; to?: string };
export type AuditView = 'entries' | 'readers';

const keys = ['person', 'case', 'actor', 'kind', 'from', 'to'] as const;

type Asked = { filter: AuditFilter; view: AuditView; go: (next: AuditFilter, view?: AuditView) => void };

export const pathOf = (filter: AuditFilter, view: AuditView): string =>
  `${auditPath}${searchOf({ ...filter, ...(view === 'readers' ? { view } : {}) })}`;

/** The filter stands in the address: it survives paging and the way back, and can be sent to a colleague. */
export const useAuditFilter = (): Asked => {
  const { query, route } = useLocation();
  const filter: AuditFilter = Object.fromEntries(keys.flatMap((key) => (query[key] ? [[key, query[key]]] : [])));
  const view = query.view === 'readers' ? 'readers' : 'entries';
  return { filter, view, go: (next, to = view) => route(pathOf(next, to)) };
};

/** The last twelve months, the newest first, each as JJJJ-MM. */
export const monthsBefore = (today: string, count = 12): string[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
};

/** First and last day of a month, JJJJ-MM. */
export const daysOf = (month: string): { from: string; to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
};

/** The month these two days are the whole of, if they are. */
export const monthOf = ({ from, to }: Pick<AuditFilter, 'from' | 'to'>): string | undefined => {
  const month = from?.slice(0, 7);
  return month && daysOf(month).from === from && daysOf(month).to === to ? month : undefined;
};
