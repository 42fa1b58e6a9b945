import type { LocatedFinding, ModelText } from '../check-files.ts';
import { checkArticles } from './check-articles.ts';
import { checkChoices } from './check-choices.ts';
import { checkCodes } from './check-codes.ts';
import { checkDropped } from './check-dropped.ts';
import { checkExamples } from './check-examples.ts';
import { checkFacts } from './check-facts.ts';
import { checkForms } from './check-forms.ts';
import { checkGateways } from './check-gateways.ts';
import { checkInputs } from './check-inputs.ts';
import { checkJobs } from './check-jobs.ts';
import { checkLetterFiles } from './check-letter-files.ts';
import { checkLetters } from './check-letters.ts';
import { checkMarks } from './check-marks.ts';
import { checkNames } from './check-names.ts';
import { checkOffice } from './check-office.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkPurposes } from './check-purposes.ts';
import { checkResults } from './check-results.ts';
import { checkRouting } from './check-routing.ts';
import { checkSlips } from './check-slips.ts';
import { checkTables } from './check-tables.ts';
import { checkVariables } from './check-variables.ts';
import { type Contract, ownContract } from './contract.ts';
import { analyse } from './flow-of-values.ts';
import { readLiveSet } from './live-set.ts';
import { readOfficeTexts, withOfficeTexts } from './own-texts.ts';
import { createReport } from './report.ts';
import { createWorld } from './world.ts';

const checks = [
  checkVariables,
  checkGateways,
  checkResults,
  checkDropped,
  checkSlips,
  checkCodes,
  checkChoices,
  checkMarks,
  checkJobs,
  checkInputs,
  checkTables,
  checkExamples,
  checkFacts,
  checkForms,
  checkLetters,
  checkLetterFiles,
  checkArticles,
  checkNames,
  checkOffice,
  checkOutputs,
  checkPurposes,
  checkRouting,
];

/**
 * What live models promise each other and the services, and what the services promise them: a promise that nobody keeps is an error. Looks at all files
 * together, because what one says another needs. Letters and articles count, too: the program's own where the set brings none. Whoever changes a model
 * cannot mend those, so that what is wrong in them then is a warning: an article about a step that goes does not keep the step.
 */
export const findBroken = (files: readonly ModelText[], contract: Contract): LocatedFinding[] => {
  const world = createWorld(readLiveSet(withOfficeTexts(files)), contract);
  const analysed = analyse(world);
  const { report, findings } = createReport();
  for (const check of checks) check(world, analysed, report);
  const given = new Set(['', ...files.map(({ path }) => path)]);
  return findings().map((each) => (given.has(each.path) ? each : { ...each, severity: 'warning' }));
};

export { type Contract, ownContract, readOfficeTexts };
