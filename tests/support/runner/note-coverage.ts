// Every Node of a test run loads this first (NODE_OPTIONS): at its end it leaves which functions of ours have run. Function by function,
// because that costs nothing that can be measured; branch by branch, what reckons takes two fifths longer.
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';

const folder = process.env.TEST_COVERAGE_DIR;
const root = pathToFileURL(join(import.meta.dirname, '../../../')).href;
const isOurs = ({ url }: Profiler.ScriptCoverage): boolean => url.startsWith(`${root}services/`) || url.startsWith(`${root}db/`);

if (folder) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: false });
  let notes = 0;
  // What is noted counts from the note before.
  const note = (): void => {
    session.post('Profiler.takePreciseCoverage', (fault, found) => {
      const result = fault ? [] : found.result.filter(isOurs);
      notes += 1;
      if (result.length > 0)
        writeFileSync(join(folder, `${process.pid}-${threadId}-${Date.now()}-${notes}.json`), JSON.stringify({ result }));
    });
  };
  process.on('exit', note);
  // A part of the office that takes too long to stop is killed; what it ran is not lost with it.
  if (process.argv.includes('--only')) process.on('message', (message: { type?: string }) => message.type === 'stop' && note());
}
