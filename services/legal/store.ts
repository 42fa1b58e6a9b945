import type { Transaction } from '../../db/connection.ts';
import { part } from '../../db/parts.ts';
import type { LegalValue } from './value-at.ts';

export type UsedValue = { key: string; wert: number | string; on: string; elementId: string; usedAt: Date };

/** Kept once for each element, day and value: asking again changes nothing, a corrected catalogue adds a line. */
export const insertUsedValue = async (
  trx: Transaction,
  used: { caseId: string; value: LegalValue; on: string; elementId: string },
): Promise<void> => {
  await trx('case_legal_values')
    .insert({
      case_id: used.caseId,
      value_key: used.value.key,
      value: JSON.stringify(used.value.wert),
      relevant_on: used.on,
      element_id: used.elementId,
    })
    .onConflict(['case_id', 'value_key', 'relevant_on', 'element_id', 'value'])
    .ignore();
};

export const usedValueRows = part<UsedValue>(
  `select value_key as key, value as wert, element_id as "elementId", created_at as "usedAt", to_char(relevant_on, 'YYYY-MM-DD') as "on"
     from case_legal_values where case_id = $1 order by value_key, element_id, relevant_on, created_at`,
  ['usedAt'],
);
