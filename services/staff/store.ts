import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import type { CaseScope } from './rights.ts';

export type StaffMember = {
  account: string;
  name: string;
  groups: string[];
  teams: string[];
  skills: string[];
  active: boolean;
};

/**
 * Narrows a query to the cases in the scope. `alias` is the table or alias with the columns `section`, `hidden` and
 * `created_by`. `least: 'full'` leaves out what is seen as status only.
 */
export const applyCaseScope = <Q extends Knex.QueryBuilder>(
  query: Q,
  scope: CaseScope,
  alias: string,
  least: 'status' | 'full' = 'status',
): Q => {
  query.where((any) => {
    if (scope.ownOnly !== undefined) {
      any.where({ [`${alias}.hidden`]: false, [`${alias}.created_by`]: scope.ownOnly });
      return;
    }
    any.where((open) => {
      open.where(`${alias}.hidden`, false).andWhere((visible) => {
        visible.whereIn(`${alias}.section`, least === 'full' ? [...scope.sections] : [...scope.sections, ...scope.statusSections]);
        if (scope.unrouted && least === 'status') visible.orWhereNull(`${alias}.section`);
        else if (scope.unroutedOf !== undefined)
          visible.orWhere((own) => own.whereNull(`${alias}.section`).andWhere(`${alias}.created_by`, scope.unroutedOf ?? ''));
      });
    });
    if (scope.hidden) any.orWhere(`${alias}.hidden`, true);
  });
  return query;
};

const columns = ['account', 'name', 'groups', 'teams', 'skills', 'active'];

/** Notes what a token says if it is newer than what is known, and returns the record. Name and groups follow the provider, the rest is the office's. */
export const recordStaffClaims = async (
  db: Database,
  claims: { account: string; name: string; groups: readonly string[]; teams: readonly string[]; issuedAt: Temporal.Instant },
): Promise<StaffMember> => {
  const row = {
    account: claims.account,
    name: claims.name,
    groups: [...claims.groups],
    teams: [...claims.teams],
    groups_as_of: claims.issuedAt.toString(),
  };
  const written = await db('staff')
    .insert(row)
    .onConflict('account')
    .merge(['name', 'groups', 'groups_as_of'])
    .whereRaw('staff.groups_as_of < excluded.groups_as_of')
    .returning<StaffMember[]>(columns);
  return written[0] ?? (await db('staff').where('account', claims.account).first<StaffMember>(columns));
};

/** Brings in people with teams and skills, e.g. the demo office. What the office has changed since stays. */
export const seedStaff = async (
  db: Database,
  people: readonly {
    account: string;
    name: string;
    groups: readonly string[];
    teams: readonly string[];
    skills: readonly string[];
    applicant: boolean;
  }[],
): Promise<void> => {
  const rows = people
    .filter((each) => !each.applicant)
    .map(({ account, name, groups, teams, skills }) => ({ account, name, groups: [...groups], teams: [...teams], skills: [...skills] }));
  if (rows.length) await db('staff').insert(rows).onConflict('account').merge(['teams', 'skills']).whereRaw("staff.skills = '{}'");
};

/** Everybody who can be given work, by name; narrowed to one group or one team. */
export const listStaff = async (db: Database, filter: { group?: string; team?: string } = {}): Promise<StaffMember[]> => {
  const query = db('staff').where('active', true).orderBy(['name', 'account']).select<StaffMember[]>(columns);
  if (filter.group) query.whereRaw('groups @> array[?]::text[]', [filter.group]);
  if (filter.team) query.whereRaw('teams @> array[?]::text[]', [filter.team]);
  return query;
};

export const findStaff = async (db: Database | Knex.Transaction, account: string): Promise<StaffMember | undefined> =>
  db('staff').where({ account, active: true }).first<StaffMember | undefined>(columns);

/** Whether the account belongs, or ever belonged, to the office: who left is still no applicant with a mailbox. */
export const isStaffAccount = async (db: Database | Knex.Transaction, account: string): Promise<boolean> =>
  (await db('staff').where({ account }).first('account')) !== undefined;
