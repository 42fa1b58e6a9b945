import { readdirSync } from 'node:fs';
import test from 'ava';
import { droppable } from '../../../services/operations/droppable.ts';
import { de } from '../../../web/src/operations/words.de.ts';
import { en } from '../../../web/src/operations/words.en.ts';

test('each command has a name in both languages, and a word about what is lost if it may be dropped', (t) => {
  const services = new URL('../../../services/', import.meta.url);
  const commands = readdirSync(services, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:[a-z-]+\/){1,2}commands\/[a-z-]+\.ts$/.test(path))
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''));
  t.true(commands.length >= 8);
  for (const { commands: words } of [de, en]) {
    t.deepEqual(Object.keys(words.names).toSorted(), commands.toSorted());
    t.deepEqual(Object.keys(words.lost).toSorted(), [...droppable].toSorted());
  }
});
