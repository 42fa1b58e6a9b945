import { ApiFault } from './client.ts';

/** A field the server names says more than the sentence above it. */
export const readable = (error: unknown): never => {
  if (error instanceof ApiFault && Array.isArray(error.details)) {
    const faults = (error.details as { message?: string }[]).flatMap((detail) => detail.message ?? []);
    if (faults.length > 0) throw new Error([error.message, ...faults].join(' '), { cause: error });
  }
  throw error;
};
