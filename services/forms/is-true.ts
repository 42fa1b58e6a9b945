import { evaluate } from 'feelin';
import type { IsTrue } from './visible.ts';

/** A condition that cannot be worked out (a name nobody knows yet) is not true. */
export const isTrue: IsTrue = (expression, context) => evaluate(expression, context).value === true;
