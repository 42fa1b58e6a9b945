import { mkdirSync } from 'node:fs';
import { findJava } from '../../../services/embedded/java.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { startZeebe, stopZeebe } from '../../../services/embedded/zeebe.ts';
import { fetchZeebe } from '../../../services/embedded/zeebe-distribution.ts';
import { startSink } from './sink.ts';

/** A broker of the same kind with the same settings and the same exporter, whose records go into a sink. */
export const startRaw = async (folder: string, say: (line: string) => void) => {
  // Zeebe takes the two ports behind its gateway's as well.
  const [rest, management, records, gateway] = (await findFreePorts(6)) as [number, number, number, number];
  const javaHome = await findJava(say);
  const home = await fetchZeebe(javaHome, say);
  mkdirSync(folder, { recursive: true });
  const sink = await startSink(records);
  const started = performance.now();
  const { pid, address } = await startZeebe({
    folder,
    home,
    javaHome,
    ports: { gateway, rest, management },
    records: { url: `http://127.0.0.1:${records}`, user: 'zeebe', password: 'bench' },
    offsetMs: () => 0,
  });
  return {
    pid,
    address,
    coldStartMs: performance.now() - started,
    stop: async () => {
      await stopZeebe(folder);
      await sink.stop();
    },
  };
};
