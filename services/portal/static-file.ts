import { readFileSync } from 'node:fs';
import type { Answer } from '../platform/route.ts';

const web = new URL('../../web/', import.meta.url);

/** A file of the web folder, read once. Only names written in the code come here, never one from a request. */
export const staticFile = (name: string, type: string): (() => Promise<Answer>) => {
  const body = readFileSync(new URL(name, web), 'utf8');
  return async () => ({ status: 200, body, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' } });
};
