import type { Me } from '../../../services/portal/answers.ts';
import type { ChangeLine, Signer } from '../../../services/studio/changes/answers.ts';
import { may } from '../api/me.ts';

/** In which capacity this person signs; nobody signs twice. */
export const signsAs = (me: Pick<Me, 'may'> | null | undefined): Signer | undefined => {
  if (may(me, 'approve-changes')) return 'al';
  return may(me, 'approve-legal-changes') ? 'rsb' : undefined;
};

/** Whether a change waits for this very person: never their own. */
export const waitsFor = (me: Pick<Me, 'may' | 'account'>, { state, needs, authors }: ChangeLine): boolean => {
  const as = signsAs(me);
  return state === 'zur-freigabe' && as !== undefined && needs.includes(as) && authors.every(({ account }) => account !== me.account);
};
