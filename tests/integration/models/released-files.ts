import { globSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Kind, ReleaseContent, Releases } from '../../../services/engine/releases/index.ts';

/** The folder of models as if it were released, once: for tests that read models and need no engine. */
export const releasedFiles = (): Releases => {
  const all = globSync('processes/**/*.{bpmn,dmn,form}').map((file): ReleaseContent & { called: string[] } => {
    const content = readFileSync(file, 'utf8');
    const kind = extname(file).slice(1) as Kind;
    const plainId = basename(file, extname(file));
    const release = {
      plainId,
      kind,
      release: 1,
      engineId: `${plainId}--00000000`,
      hash: '00000000',
      releasedAt: '',
      releasedBy: '',
      current: true,
    };
    const called = [plainId, ...[...content.matchAll(/<decision id="(\w+)"/g)].map((match) => match[1] ?? '')];
    return { ...release, content, deployedContent: content, definitionKey: '1', called };
  });
  const part: Partial<Releases> = {
    findContent: async (plainId, kind, version = 1) =>
      all.find((each) => each.kind === kind && each.called.includes(plainId) && version === 1),
    list: async ({ kind } = {}) => all.filter((each) => !kind || each.kind === kind),
  };
  return part as Releases;
};
