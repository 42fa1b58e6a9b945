export type { Database, Transaction } from '../../db/connection.ts';

export type Variables = Record<string, unknown>;
