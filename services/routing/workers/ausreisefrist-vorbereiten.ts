import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';

const FLAGS = ['opferFall', 'entziehungsverdacht', 'gefahr'] as const;

/** § 59 (1) sentence 4 AufenthG names them side by side, and each of them has the same consequence; which one it is, is nothing the engine needs (docs/adr/0006). */
const CIRCUMSTANCES = ['schulkind', 'krank', 'laengererAufenthalt'] as const;

/** Inputs of D11 with their defaults (§ 59 (1), (7) AufenthG); the table proposes, a person sets the period. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: { opferFall: 'flag', entziehungsverdacht: 'flag', gefahr: 'flag', laengereFristPruefen: 'flag', bamfFristTage: 'number' },
  handle: async (job, deps) => {
    const { facts } = await getCase(deps.db, job.variables.caseId);
    const days = readFact(facts, 'bamfFristTage');
    return {
      ...Object.fromEntries(FLAGS.map((name) => [name, readFact(facts, name)])),
      laengereFristPruefen: CIRCUMSTANCES.some((name) => readFact(facts, name)),
      bamfFristTage: days !== undefined && Number.isInteger(days) && days > 0 ? days : 0,
    };
  },
});
