import { SetUpFault } from '../embedded/index.ts';
import { OfficeError } from '../platform/errors.ts';

/** For commands at a terminal: what a person can act on is said as its sentence, a mistake of ours with its place; both end with 1. */
export const runPlainly = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    const plain = error instanceof SetUpFault || error instanceof OfficeError;
    console.error(plain ? error.message : error);
    process.exitCode = 1;
  }
};
