import type { Transaction } from '../../db/connection.ts';
import { listOf, shaped } from '../../db/parts.ts';
import type { UsedValue } from './answers.ts';
import { insertUsedValue, usedValueRows } from './store.ts';
import { findValue, type LegalValue, valueAt } from './value-at.ts';
import { wordsOf } from './words.ts';

export type UseOfValue = {
  caseId: string;
  key: string;
  /** The legally relevant day, `YYYY-MM-DD` (relevantDay). */
  on: string;
  /** The step that reads it. */
  elementId: string;
};

/** The value that holds for a case, and a note that this step used it. */
export const useValue = async (trx: Transaction, { caseId, key, on, elementId }: UseOfValue): Promise<LegalValue> => {
  const value = valueAt(key, on);
  await insertUsedValue(trx, { caseId, value, on, elementId });
  return value;
};

/** As useValue, for a value that is computed with. */
export const useNumber = async (trx: Transaction, use: UseOfValue): Promise<number> => {
  const { wert } = await useValue(trx, use);
  if (typeof wert !== 'number') throw new Error(`Der Rechtswert „${use.key}“ ist keine Zahl.`);
  return wert;
};

/** Notes that a step showed values to whoever decided there. */
export const noteValues = async (
  trx: Transaction,
  { caseId, values, on, elementId }: { caseId: string; values: readonly LegalValue[]; on: string; elementId: string },
): Promise<void> => {
  for (const value of values) await insertUsedValue(trx, { caseId, value, on, elementId });
};

/** The values a case used, as its file shows them. The kept value stands, even when the catalogue says something else today. */
export const usedValuesOfCase = shaped(usedValueRows, ({ key, wert, on, elementId, usedAt }): UsedValue => {
  const known = findValue(key, on);
  return {
    key,
    label: known?.label ?? key,
    value: wert,
    words: wordsOf({ wert, einheit: known?.einheit ?? 'EURO' }),
    norm: known?.norm ?? null,
    on,
    elementId,
    usedAt: usedAt.toISOString(),
  };
});

export const listUsedValues = listOf(usedValuesOfCase);
