import type { Database } from '../contracts.ts';

export type Places = { processes: readonly string[]; elements: readonly { plainId: string; elementId: string }[] };

/** A query for `plain_id, case_id` of the cases that stand in one of these processes, or at one of these elements, now; to be used inside another one. */
export const casesStanding = (db: Database, { processes, elements }: Places) =>
  db.raw(
    `select i.plain_id, i.case_id from engine_instances i where i.state = 'active' and i.case_id is not null and i.plain_id = any(?::text[])
     union
     select i.plain_id, i.case_id from unnest(?::text[], ?::text[]) as place (plain_id, element_id)
       join engine_instances i on i.plain_id = place.plain_id and i.state = 'active' and i.case_id is not null
       join engine_elements e on e.process_instance_key = i.process_instance_key and e.element_id = place.element_id
        and e.state = 'active'`,
    [[...processes], elements.map((each) => each.plainId), elements.map((each) => each.elementId)],
  );
