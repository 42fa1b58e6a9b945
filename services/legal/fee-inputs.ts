import type { Transaction } from '../../db/connection.ts';
import { findRow } from '../office/index.ts';
import { useNumber } from './use-value.ts';

export type FeeQuestion = {
  caseId: string;
  /** `AE_ERTEILUNG` …: keys `gebuehr.<LEISTUNG>` of the catalogue. */
  leistung: string;
  on: string;
  elementId: string;
  /** Whole years that are sure: who may still be younger pays the lower fee. Null without a birthday. */
  age: number | null;
  /** The fee of an objection is half of what it is about (§ 51 AufenthV). */
  refusedLeistung?: string;
};

/** The amounts table D9 computes with. Reads the age, never who somebody is. */
export const feeInputs = async (
  trx: Transaction,
  { caseId, leistung, on, elementId, age, refusedLeistung }: FeeQuestion,
): Promise<{ leistung: string; grundbetrag: number; ausweisBetrag: number; zuschlaege: number }> => {
  const wieAbgelehnte = findRow('leistungen', leistung)?.wieAbgelehnte;
  const amount = (key: string): Promise<number> => useNumber(trx, { caseId, key, on, elementId });
  return {
    leistung,
    grundbetrag: await amount(`gebuehr.${wieAbgelehnte ? (refusedLeistung ?? wieAbgelehnte) : leistung}`),
    ausweisBetrag: await amount(age !== null && age < 24 ? 'gebuehr.ausweis.unter24' : 'gebuehr.ausweis'),
    zuschlaege: 0,
  };
};
