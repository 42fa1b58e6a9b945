import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeElements } from '../../services/engine/releases/describe-elements.ts';
import { type Purpose, purposeOf } from '../../services/office/index.ts';

const processes = join(import.meta.dirname, '../../processes');
const known = new Map<string, { purpose: Purpose | null; verfasst: boolean }>();

/** What the office's own models say of a step, for rows that no engine has made. */
export const stepProperties = (elementId: string): { purpose: Purpose | null; verfasst: boolean } => {
  if (known.size === 0)
    for (const path of globSync('**/*.bpmn', { cwd: processes }))
      for (const [id, { properties }] of describeElements(readFileSync(join(processes, path), 'utf8')))
        known.set(id, { purpose: purposeOf(properties.aufgabe), verfasst: properties.verfasst === 'ja' });
  return known.get(elementId) ?? { purpose: null, verfasst: false };
};
