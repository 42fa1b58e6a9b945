// services/README.md is made from the first sentence of each room's index.ts. Run by `npm run check -- --fix`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const services = join(import.meta.dirname, '../services');
export const servicesFile = join(services, 'README.md');

/** What a room says of itself at the top of its index.ts; throws where it says nothing. */
export const sayWhat = (room: string, index: string): string => {
  const [, comment = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(index) ?? [];
  const text = comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [said] = text.split(/(?<=\.) What other features may call\./);
  if (!said?.endsWith('.')) throw new Error(`services/${room}/index.ts does not begin with a comment that says what is in it`);
  return said;
};

const roomsOf = (): string[] =>
  readdirSync(services, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

export const makeServicesList = (): string => `# Services

One folder is one room. A room is entered by its \`index.ts\`; \`routes/\`, \`workers/\`, \`commands/\` and \`projections/\` in it are found by
their paths. Who may import whom: \`.config/dependency-cruiser.mjs\`. Made by \`.config/services-list.ts\` from the first words of each \`index.ts\`.

| room | what is there |
| --- | --- |
${roomsOf()
  .map((room) => `| \`${room}\` | ${sayWhat(room, readFileSync(join(services, room, 'index.ts'), 'utf8')).replaceAll('|', '\\|')} |`)
  .join('\n')}
`;

if (import.meta.main) writeFileSync(servicesFile, makeServicesList());
