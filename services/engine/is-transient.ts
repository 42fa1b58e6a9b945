import { isGone } from '../../db/is-gone.ts';
import { Unavailable } from '../platform/errors.ts';
import { EngineOverloaded, EngineUnavailable, ReleaseUnderWay } from './errors.ts';

/**
 * True when a part we need is away or overloaded for a while: trying again will help, and the try must not count, or an outage of the database
 * would turn every running job into an incident. Covers the engine, PostgreSQL and plain network errors.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof ReleaseUnderWay) return true;
  if (error instanceof EngineUnavailable || error instanceof EngineOverloaded || error instanceof Unavailable) return true;
  return error instanceof AggregateError ? error.errors.some(isTransient) : isGone(error);
};
