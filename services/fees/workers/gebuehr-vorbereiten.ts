import Joi from 'joi';
import { type CaseRow, getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import type { Transaction } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { feeInputs, relevantDay, useNumber } from '../../legal/index.ts';
import { factIs, readFact } from '../../office/index.ts';
import { findPerson } from '../../persons/index.ts';
import { surelyAged } from '../../typed/partial-day.ts';

/** Surcharges have the names of the facts that ask for them. */
const surchargesOf = async (trx: Transaction, { caseId, facts }: CaseRow, on: string, elementId: string): Promise<number> => {
  let sum = 0;
  for (const fact of ['express', 'direktversand'] as const)
    if (readFact(facts, fact)) sum += await useNumber(trx, { caseId, key: `gebuehr.zuschlag.${fact}`, on, elementId });
  return sum;
};

/** All that table D9 asks, as far as the case knows it; what nobody has said counts as no. */
export default defineWorker<{ caseId: string; leistung: string }>({
  input: { caseId: Joi.string().uuid().required(), leistung: Joi.string().required() },
  output: {
    leistung: 'code',
    grundbetrag: 'number',
    ausweisBetrag: 'number',
    zuschlaege: 'number',
    minderjaehrig: 'flag',
    befreitSchutzstatus: 'flag',
    befreitStipendium: 'flag',
    assoziationsrecht: 'flag',
    leistungsbezug: 'flag',
    nebenbestimmungErwerb: 'flag',
  },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, leistung } = job.variables;
      const { elementId } = job;
      const found = await getCase(trx, caseId);
      const person = await findPerson(trx, found.personId);
      const on = relevantDay(found);
      const age = (person && surelyAged(person.details.geburtsdatum, on)) ?? null;
      const inputs = await feeInputs(trx, { caseId, leistung, on, elementId, age });
      const { facts } = found;
      return {
        ...inputs,
        zuschlaege: inputs.zuschlaege + (await surchargesOf(trx, found, on, elementId)),
        minderjaehrig: age !== null && age < 18,
        befreitSchutzstatus: readFact(facts, 'befreitSchutzstatus'),
        befreitStipendium: readFact(facts, 'befreitStipendium'),
        assoziationsrecht: readFact(facts, 'assoziationsrecht'),
        leistungsbezug: readFact(facts, 'leistungsbezug'),
        nebenbestimmungErwerb: readFact(facts, 'nebenbestimmungErwerb') || factIs(facts, 'vorgangsart', 'ARBEITGEBERWECHSEL'),
      };
    }),
});
