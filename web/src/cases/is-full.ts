import type { AnyCase, FullCase } from '../../../services/casefile/answers.ts';

/** Who works on a case sees all of it; who gives information, where it stands. */
export const isFull = (found: AnyCase): found is FullCase => 'history' in found;
