import test from 'ava';
import type { Event } from '../../../services/platform/events.ts';
import type { User } from '../../../services/platform/route.ts';
import {
  caseLevel,
  demoAccounts,
  findDemoAccount,
  isStaff,
  knowsAnliegen,
  mayAssign,
  mayClaim,
  mayOpenCases,
  seesEvent,
  seesOperations,
} from '../../../services/staff/index.ts';

const as = (account: string): User => {
  const found = findDemoAccount(account);
  if (!found) throw new Error(`no demo account ${account}`);
  return found;
};

const accounts = demoAccounts.map((each) => each.account);
const columns = ['SG1', 'SG2', 'SG3', 'SG4', null] as const;

/** One row per role: what it sees of others' cases in SG1, SG2, SG3, SG4 and unrouted. F full, s status, - nothing. */
const matrix: Record<string, string> = {
  'sb-sg1': 'F----',
  'sb-sg2': '-F---',
  'sb-sg3': '--F--',
  'sb-sg4': '---F-',
  'rsb-sg1': 'F----',
  'rsb-sg2': '-F---',
  'rsb-sg3': '--F--',
  'rsb-sg4': '---F-',
  'sgl-sg1': 'F---s',
  'sgl-sg2': '-F--s',
  'sgl-sg3': '--F-s',
  'sgl-sg4': '---Fs',
  svc: 'ssFss',
  notfall: 'ssFs-',
  tel: 'ssFs-',
  azubi: 'ssss-',
  al: '-----',
  con: '-----',
  pv: '-----',
  wm: '-----',
  dsb: '-----',
  zd: '-----',
  ops: '-----',
  sicherheit: '-----',
  antragsteller: '-----',
};
const letters = { F: 'full', s: 'status', '-': 'none' } as const;

test('the matrix names every role', (t) => {
  t.deepEqual([...new Set(accounts.map((account) => account.replace(/-2$/, '')))].sort(), Object.keys(matrix).sort());
});

for (const account of accounts)
  test(`${account} sees of others' cases what the table of roles says`, (t) => {
    const row = matrix[account.replace(/-2$/, '')] ?? '';
    columns.forEach((section, at) => {
      const expected = letters[row[at] as keyof typeof letters];
      t.is(caseLevel(as(account), { section, hidden: false, createdBy: 'someone' }), expected, String(section));
    });
  });

for (const account of accounts)
  test(`${account} ${account.startsWith('sicherheit') ? 'sees' : 'does not see'} security cases, not even one of its own`, (t) => {
    for (const section of columns)
      for (const createdBy of ['someone', account])
        t.is(caseLevel(as(account), { section, hidden: true, createdBy }), account.startsWith('sicherheit') ? 'full' : 'none');
  });

test('who opens a case sees it whole until it is routed', (t) => {
  for (const account of accounts) {
    const own = caseLevel(as(account), { section: null, hidden: false, createdBy: account });
    t.is(own, account.startsWith('antragsteller') ? 'portal' : 'full', account);
  }
});

test('an applicant sees the own case as the portal shows it, wherever it goes, and no other', (t) => {
  for (const section of columns) {
    t.is(caseLevel(as('antragsteller'), { section, hidden: false, createdBy: 'antragsteller' }), 'portal');
    t.is(caseLevel(as('antragsteller-2'), { section, hidden: false, createdBy: 'antragsteller' }), 'none');
  }
});

test('an applicant who also carries a group of the office stays an applicant', (t) => {
  const odd: User = { ...as('antragsteller'), groups: ['antragsteller', 'sb-sg4', 'sicherheit', 'ops'] };
  t.is(caseLevel(odd, { section: 'SG4', hidden: false, createdBy: 'x' }), 'none');
  t.is(caseLevel(odd, { section: 'SG4', hidden: true, createdBy: odd.account }), 'none');
  t.false(mayClaim(odd, { candidateGroups: ['sb-sg4'], hidden: false, excludedAccounts: [] }));
  t.false(seesOperations(odd));
  t.false(isStaff(odd));
});

test('a person without any group sees nothing but what they opened and is not routed', (t) => {
  const nobody: User = { account: 'x', name: 'x', groups: [], teams: [], skills: [], applicant: false };
  for (const section of columns) t.is(caseLevel(nobody, { section, hidden: false, createdBy: 'x' }), 'none');
});

const openers = new Set(accounts.filter((account) => /^(?:sb-|rsb-|svc|sicherheit|antragsteller)/.test(account)));

for (const account of accounts)
  test(`${account} ${openers.has(account) ? 'may' : 'may not'} open cases`, (t) => {
    t.is(mayOpenCases(as(account)), openers.has(account));
  });

for (const anliegen of ['SICHERHEIT', 'SICHERHEITSNACHRICHT', 'AUSWEISUNG', 'STRAFNACHRICHT'])
  test(`${anliegen} is known to sicherheit alone`, (t) => {
    for (const account of accounts) {
      t.is(knowsAnliegen(as(account), anliegen), account.startsWith('sicherheit'), account);
    }
  });

const task = { candidateGroups: ['rsb-sg4'], skill: 'bescheid-signatur', hidden: false, excludedAccounts: ['rsb-sg4'] };

test('a task is claimed by its group, with its skill, and never by the author', (t) => {
  t.true(mayClaim(as('rsb-sg4-2'), task));
  t.false(mayClaim(as('rsb-sg4'), task), 'author');
  t.false(mayClaim(as('rsb-sg2'), task), 'other section');
  t.false(mayClaim(as('sgl-sg4'), task), 'other role');
  t.false(mayClaim({ ...as('rsb-sg4-2'), skills: [] }, task), 'skill missing');
  t.true(mayClaim({ ...as('rsb-sg4-2'), skills: [] }, { ...task, skill: null }));
});

test('a hidden task is claimed in its circle only, whatever its groups say', (t) => {
  const hidden = { candidateGroups: ['sicherheit', 'sb-sg4', 'al'], hidden: true, excludedAccounts: [] };
  for (const account of accounts) t.is(mayClaim(as(account), hidden), account.startsWith('sicherheit'), account);
});

test('only the head of the section assigns, hidden tasks only their circle', (t) => {
  for (const account of accounts) {
    t.is(mayAssign(as(account), { section: 'SG4', hidden: false }), account === 'sgl-sg4', account);
    t.is(mayAssign(as(account), { section: 'SG4', hidden: true }), account.startsWith('sicherheit'), account);
    t.false(mayAssign(as(account), { section: null, hidden: false }), account);
  }
});

test('operations are for ops', (t) => {
  for (const account of accounts) t.is(seesOperations(as(account)), account === 'ops', account);
});

test('nobody outside the circle is told of a hidden case, not even whom it concerns', (t) => {
  for (const account of accounts) {
    const event: Event = { kind: 'task', section: 'SG4', hidden: true, groups: ['sb-sg4', 'al'], account };
    t.is(seesEvent(as(account), event), account.startsWith('sicherheit'), account);
  }
});

test('events reach those who see the case, who can take the task, and whom they concern', (t) => {
  const told = (event: Parameters<typeof seesEvent>[1]): string[] => accounts.filter((account) => seesEvent(as(account), event));
  t.deepEqual(
    told({ kind: 'case', section: 'SG1' }),
    accounts.filter((each) => /^(?:(?:sb|rsb|sgl)-sg1|svc|notfall|tel|azubi)(?:-2)?$/.test(each)),
  );
  t.true(told({ kind: 'case', section: 'SG1', account: 'antragsteller' }).includes('antragsteller'));
  t.false(told({ kind: 'case', section: 'SG1', account: 'antragsteller' }).includes('antragsteller-2'));
  t.true(told({ kind: 'task', section: 'SG4', groups: ['al'] }).includes('al'));
  t.deepEqual(told({ kind: 'operations' }), ['ops']);
  t.is(told({ kind: 'models' }).length, accounts.length - 2);
});
