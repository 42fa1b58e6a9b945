import type { de } from './health-words.de.ts';

export const en = {
  ok: 'Lotse is working: engine, database and records are fine',
  down: (parts: string[]) => `Lotse is not fully working${parts.length > 0 ? `: there is trouble with ${parts.join(', ')}` : ''}`,
  parts: { engine: 'the engine', database: 'the database', records: 'the engine’s records' },
  version: (version: string) => `Version ${version}`,
} satisfies typeof de;
