import type { Database } from '../../db/connection.ts';

export type AuthorityFigures = {
  authority: string;
  open: number;
  answered: number;
  medianDays: number | null;
  p90Days: number | null;
  reminders: number;
  deemed: number;
};

/** No group is shown that is smaller. */
const SMALLEST = 5;

/** Questions of hidden matters are in no figure. Times are days from sending to the answer; of fewer than five there are none. */
export const readFigures = async (db: Database): Promise<AuthorityFigures[]> => {
  const { rows } = await db.raw(
    `with orders as (
       select o.*, extract(epoch from o.answered_at - o.sent_at) / 86400 as days,
              (select count(*) from authority_reminders r where r.order_id = o.order_id) as reminded
         from authority_orders o where o.sent_at is not null and not o.hidden
     )
     select authority,
            count(*) filter (where answered_at is null and deemed_at is null)::int as open,
            count(*) filter (where answered_at is not null)::int as answered,
            case when count(days) >= :smallest then round(percentile_cont(0.5) within group (order by days)::numeric, 1)::float end as "medianDays",
            case when count(days) >= :smallest then round(percentile_cont(0.9) within group (order by days)::numeric, 1)::float end as "p90Days",
            sum(reminded)::int as reminders,
            count(*) filter (where deemed_at is not null)::int as deemed
       from orders group by authority having count(*) >= :smallest order by authority`,
    { smallest: SMALLEST },
  );
  return rows as AuthorityFigures[];
};
