import type { Me } from '../api/me.ts';

/** As services/knowledge/rights.ts has it: knowledge management and legal specialists write. */
export const mayWrite = (me: Me | null | undefined): boolean =>
  me?.groups.some((group) => group === 'wm' || /^rsb-sg\d$/.test(group)) ?? false;

/** Who owns processes and knowledge reads what people say about steps. */
export const seesFeedback = (me: Me | null | undefined): boolean => me?.groups.some((group) => group === 'wm' || group === 'pv') ?? false;
