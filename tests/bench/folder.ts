import { join, resolve } from 'node:path';

/** All state of a run, beside that of the tests. Removed when the next one begins. */
export const benchFolder = join(resolve(process.env.TEST_DIR ?? '.test'), 'bench');

/** The model that Lotse and the engine alone are measured at. */
export const threeSteps = resolve('tests/bench/processes');
