import type { Me } from '../api/me.ts';
import type { ChangeLine, Signer } from './types.ts';

const readers = /^(?:pv|al|con|ops|rsb-sg\d)$/;

/** As services/studio/rights.ts has it: who owns processes, releases them, counts or runs them looks in. */
export const seesStudio = (me: Pick<Me, 'groups'> | null | undefined): boolean => me?.groups.some((group) => readers.test(group)) ?? false;

export const ownsModels = (me: Pick<Me, 'groups'> | null | undefined): boolean => me?.groups.includes('pv') ?? false;

/** In which capacity this person signs; nobody signs twice. */
export const signsAs = (me: Pick<Me, 'groups'> | null | undefined): Signer | undefined => {
  if (me?.groups.includes('al')) return 'al';
  return me?.groups.some((group) => group.startsWith('rsb-')) ? 'rsb' : undefined;
};

/** Whether a change waits for this very person: never their own. */
export const waitsFor = (me: Pick<Me, 'groups' | 'account'>, { state, needs, authors }: ChangeLine): boolean => {
  const as = signsAs(me);
  return state === 'zur-freigabe' && as !== undefined && needs.includes(as) && authors.every(({ account }) => account !== me.account);
};
