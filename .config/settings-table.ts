// docs/settings.md is made from the schema that reads the settings. Run by `npm run check -- --fix`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSettings } from '../services/platform/config.ts';

export const settingsFile = join(import.meta.dirname, '../docs/settings.md');

export const makeSettings = (): string => `# Settings

Environment variables, read once at the start. What is empty here is embedded, made up or off. Made by \`.config/settings-table.ts\`.

| Key | Default | Meaning |
| --- | --- | --- |
${listSettings()
  .map(({ key, value, description }) => `| ${key} | ${value.replaceAll('|', '\\|')} | ${description} |`)
  .join('\n')}
`;

if (import.meta.main) writeFileSync(settingsFile, makeSettings());
