import type { Knex } from 'knex';
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
export const applyCaseScope = <Q extends Knex.QueryBuilder>(query: Q, scope: CaseScope, alias: string, least: 'status' | 'full' = 'status'): Q => {
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
