import { strToU8, zipSync } from 'fflate';
import type { Deps } from '../../deps.ts';
import { findModelRelease, listModelFiles, type ModelRelease, readDrift } from '../../engine/releases/index.ts';
import { codeWords, diffFiles } from '../../models/index.ts';
import { NotFound } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { knownTo, requireKnown } from '../known-to.ts';
import { releaseTexts } from './view-release.ts';

type Text = { path: string; content: string };

/** Paths come from the live set, whose names are checked; still nothing may leave its folder when it is unpacked. */
const zip = (readme: string, files: readonly Text[]): Buffer => {
  const entries: Record<string, Uint8Array> = { 'RELEASE.md': strToU8(readme) };
  for (const { path, content } of files) if (!path.includes('..') && !path.startsWith('/')) entries[`processes/${path}`] = strToU8(content);
  // The time stands in the text; the same release is the same archive.
  return Buffer.from(zipSync(entries, { mtime: new Date('2000-01-01T00:00:00Z') }));
};

const line = (label: string, value: string): string => `- ${label}: ${value || '–'}`;

const describe = (release: ModelRelease, live: readonly Text[]): string => {
  const { differences } = diffFiles(release.files, codeWords(live));
  const removed = release.files.filter(({ after }) => after === null).map(({ path }) => `- processes/${path}`);
  return [
    `# Freigabe ${release.releaseNo}: ${release.title}`,
    '',
    release.reason,
    '',
    line('Am', release.at),
    line('Geschrieben von', release.author),
    line('Freigegeben von', release.approvedBy.join(', ')),
    '',
    '## Unterschiede',
    '',
    ...differences.map((each) => `- ${each.path}: ${each.words}`),
    ...(removed.length > 0 ? ['', '## Entfällt', '', ...removed] : []),
    '',
  ].join('\n');
};

/** What a release brought, as files for the repository. */
export const exportRelease = async (deps: Pick<Deps, 'db' | 'releases'>, user: User, releaseNo: number): Promise<Buffer> => {
  const release = await findModelRelease(deps.db, releaseNo);
  if (!release) throw new NotFound();
  await requireKnown(deps, user, releaseTexts(release));
  return zip(
    describe(release, await listModelFiles(deps.db)),
    release.files.flatMap(({ path, after }) => (after === null ? [] : [{ path, content: after }])),
  );
};

/** All that is live and differs from the repository. */
export const exportDrift = async (deps: Pick<Deps, 'db' | 'config' | 'clock' | 'releases'>, user: User): Promise<Buffer> => {
  const { db, config, clock } = deps;
  const [drift, live, isKnown] = await Promise.all([readDrift(db, config.processesDir), listModelFiles(db), knownTo(deps, user)]);
  const differs = new Map(drift.filter((each) => each.state !== 'gleich' && isKnown(each)).map(({ path, state }) => [path, state]));
  const gone = [...differs].filter(([, state]) => state === 'nur-repository').map(([path]) => `- processes/${path}`);
  const files = live.filter(({ path }) => differs.has(path));
  const readme = [
    '# Geltender Stand, soweit er vom Repository abweicht',
    '',
    line('Stand', clock.now().toString()),
    '',
    ...files.map(({ path }) => `- processes/${path} (${differs.get(path)})`),
    ...(gone.length > 0 ? ['', '## Nur noch im Repository', '', ...gone] : []),
    '',
  ].join('\n');
  return zip(readme, files);
};
