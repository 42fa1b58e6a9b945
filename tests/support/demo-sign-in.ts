import { SignInNeeded } from '../../services/platform/errors.ts';
import type { SignIn } from '../../services/platform/sign-in/sign-in.ts';
import { findDemoAccount } from '../../services/staff/index.ts';

/** For routes through `server.inject`: the bearer token is the account's name. */
export const demoSignIn: SignIn = {
  async identify({ headers }) {
    if (headers.authorization === undefined) return undefined;
    const user = findDemoAccount(headers.authorization.replace(/^Bearer /, ''));
    if (!user) throw new SignInNeeded();
    return user;
  },
  routes: [],
};

export const as = (account: string): { authorization: string } => ({ authorization: `Bearer ${account}` });
