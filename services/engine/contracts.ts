export type { Database, Reader, Transaction } from '../../db/connection.ts';

export type Variables = Record<string, unknown>;
