import type { Kind } from './releases.ts';

/** One file of the processes folder, read but not yet resolved. */
export type Part = {
  kind: Kind;
  /** Process id, id of the decision requirements, or form id, as written. */
  plainId: string;
  file: string;
  content: string;
  /** DMN: its decisions. Others refer to these, not to the file. */
  decisionIds: string[];
  references: Reference[];
  /** True for processes with a message or timer start: two ids with one start message would both start. */
  keepsId: boolean;
  startMessages: string[];
  vectors: Vector[];
};

export type Reference = { kind: Kind; id: string; elementId: string };

/** A line of `<name>.vectors.json` beside a table: what it must answer. */
export type Vector = { name: string; decision: string; input: Record<string, unknown>; output: unknown };

/** `references` resolved: kind, plain id → the id the engine will know. */
export type EngineIds = { process: (plainId: string) => string; decision: (plainId: string) => string; form: (plainId: string) => string };

export const keyOf = (kind: Kind, plainId: string): string => `${kind}:${plainId}`;
