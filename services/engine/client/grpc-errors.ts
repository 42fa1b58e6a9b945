import { EngineOverloaded, EngineRefused, EngineUnavailable } from '../errors.ts';

export const status = { cancelled: 1, deadlineExceeded: 4, notFound: 5, alreadyExists: 6, resourceExhausted: 8, unavailable: 14 } as const;

type GrpcError = { code?: unknown; details?: unknown; message?: unknown };

const codeOf = (error: unknown): number | undefined => {
  const code = (error as GrpcError | null)?.code;
  return typeof code === 'number' ? code : undefined;
};

const textOf = (error: unknown): string => {
  const { details, message } = (error ?? {}) as GrpcError;
  return String(details || message || error);
};

/** gRPC status → one of our three errors. What is not a gRPC error is a mistake of ours and passes unchanged. */
export const translate = (call: string, error: unknown): Error => {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  const text = `${call}: ${textOf(error)}`;
  if (code === status.resourceExhausted) return new EngineOverloaded(text);
  // CANCELLED: the watchdog has replaced the connection while the call was under way.
  if (code === status.unavailable || code === status.deadlineExceeded || code === status.cancelled) return new EngineUnavailable(text);
  return new EngineRefused(text, code);
};
