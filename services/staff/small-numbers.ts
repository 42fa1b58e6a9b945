import type { User } from '../platform/route.ts';
import { hasRight } from './rights-by-role.ts';

/** No figure is about fewer people than this. */
const SMALLEST_GROUP = 5;

/** A figure for somebody who may not open the cases it counts; null: fewer than five, none among them. So nobody learns whether there is one at all. */
export const withoutFew = (count: number): number | null => (count < SMALLEST_GROUP ? null : count);

/**
 * The same where whoever asks words the question, too. Said in steps of five, rounded down: two questions that differ in one case, or a part and its
 * whole, then give the same answer.
 */
export const inSteps = (count: number): number | null => (count < SMALLEST_GROUP ? null : count - (count % SMALLEST_GROUP));

/** Who leads, controls or owns processes counts the whole office and opens none of its cases. */
export const countsUnseen = (user: User): boolean => hasRight(user, 'count-all-cases');
