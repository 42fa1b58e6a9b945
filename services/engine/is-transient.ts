import { Unavailable } from '../platform/errors.ts';
import { EngineOverloaded, EngineUnavailable, ReleaseUnderWay } from './errors.ts';

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * True when a part we need is away or overloaded for a while: trying again will help, and the try must not count, or an outage of the database
 * would turn every running job into an incident. Covers the engine, PostgreSQL (classes 08, 40, 53, 57P) and plain network errors.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof ReleaseUnderWay) return true;
  if (error instanceof EngineUnavailable || error instanceof EngineOverloaded || error instanceof Unavailable) return true;
  if (error instanceof AggregateError) return error.errors.some(isTransient);
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && (network.has(code) || /^(08|40|53)...$|^57P..$/.test(code))) return true;
  return (
    error.name === 'KnexTimeoutError' || /Connection terminated|Client has encountered a connection error|not queryable/.test(error.message)
  );
};
