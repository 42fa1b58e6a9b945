import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { NotFound, Unavailable } from '../platform/errors.ts';
import { type Answer, reply } from '../platform/route.ts';

/** Made by .config/build-web.ts before the application starts. */
const dist = new URL('../../web/dist/', import.meta.url);

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** A hash in the name says that the content never changes. */
const hasHash = (name: string): boolean => /-[\w-]{8}\.\w+$/.test(name);

const kept = new Map<string, Buffer>();

const read = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(new URL(path, dist));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** A file of the bundle. `name` is one segment without slashes (the route's schema sees to it), so it cannot lead out of the folder. */
export const bundledFile = async (name: string): Promise<Answer> => {
  const type = types[extname(name)];
  const content = type ? (kept.get(name) ?? (await read(`assets/${name}`))) : undefined;
  if (!content || !type) throw new NotFound();
  if (hasHash(name)) kept.set(name, content);
  return reply(200, content, {
    'content-type': type,
    'cache-control': hasHash(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
};

/** The one page of the web application; its script finds out from the address what to show. */
export const webPage = async (): Promise<Answer> => {
  const content = await read('index.html');
  if (!content) throw new Unavailable('Die Weboberfläche ist noch nicht gebaut. Bitte starten Sie Lotse mit npm start.');
  return reply(200, content, { 'content-type': types['.html'] ?? '', 'cache-control': 'no-cache' });
};
