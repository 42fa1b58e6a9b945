import { demoAccounts } from '../../../services/staff/index.ts';

/** Who may see what, written down by hand from the office's role table: the code's own predicate is what is tested against it. */
export type Level = 'full' | 'status' | 'portal' | 'none';
export type Target = { section: 'SG1' | 'SG2' | 'SG3' | 'SG4' | null; hidden: boolean; openedBy: string };

const teams: Record<string, string[]> = {
  SG1: ['sb-sg1', 'sb-sg1-2', 'rsb-sg1', 'rsb-sg1-2', 'sgl-sg1'],
  SG2: ['sb-sg2', 'sb-sg2-2', 'rsb-sg2', 'rsb-sg2-2', 'sgl-sg2'],
  SG3: ['sb-sg3', 'sb-sg3-2', 'rsb-sg3', 'rsb-sg3-2', 'sgl-sg3', 'svc', 'svc-2', 'notfall', 'tel'],
  SG4: ['sb-sg4', 'sb-sg4-2', 'rsb-sg4', 'rsb-sg4-2', 'sgl-sg4'],
};
const informs = ['svc', 'svc-2', 'notfall', 'tel', 'azubi'];
const distributes = ['svc', 'svc-2', 'sgl-sg1', 'sgl-sg2', 'sgl-sg3', 'sgl-sg4'];
const circle = ['sicherheit', 'sicherheit-2'];
const applicants = ['antragsteller', 'antragsteller-2'];

export const levelOf = (account: string, { section, hidden, openedBy }: Target): Level => {
  if (hidden) return circle.includes(account) ? 'full' : 'none';
  if (applicants.includes(account)) return openedBy === account ? 'portal' : 'none';
  if (section === null) return openedBy === account ? 'full' : distributes.includes(account) ? 'status' : 'none';
  if (teams[section]?.includes(account)) return 'full';
  return informs.includes(account) ? 'status' : 'none';
};

export const accounts: readonly string[] = demoAccounts.map((each) => each.account);
export const isApplicant = (account: string): boolean => applicants.includes(account);
export const isInCircle = (account: string): boolean => circle.includes(account);

/** What everybody gets who may not see a thing, whatever the reason. */
export const NOT_FOUND = JSON.stringify({
  statusCode: 404,
  error: 'Not Found',
  message: 'Das gibt es hier nicht, oder Sie dürfen es nicht sehen.',
});
