import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { diskFault } from './files.ts';
import { dependencyPlugin, type Outcome, runMaven } from './maven.ts';
import { type Progress, SetUpFault } from './set-up-fault.ts';
import { zeebeArtifact, zeebeVersion } from './zeebe-settings.ts';

const archiveMegabytes = 212;

/** Bytes of all files below a folder; 0 when it is not there. */
const sizeOf = (folder: string): number => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
};

const showDownload = (progress: Progress): (() => void) => {
  const repository = join(homedir(), '.m2/repository/io/camunda/camunda-zeebe', zeebeVersion);
  let shown = -1;
  const timer = setInterval(() => {
    const megabytes = Math.floor(sizeOf(repository) / 1e6);
    if (megabytes <= shown) return;
    shown = megabytes;
    progress(megabytes < archiveMegabytes ? `  Zeebe: ${megabytes} von ${archiveMegabytes} MB` : '  Zeebe wird entpackt …');
  }, 3000);
  return () => clearInterval(timer);
};

const complain = ({ error, output }: Outcome): SetUpFault => {
  if (error) {
    return new SetUpFault(
      'Zeebe wird mit Maven geladen, und hier ist kein mvn. Installieren Sie Maven; mit Docker geht es auch ohne: docker compose up',
    );
  }
  if (/No space left|not enough space/i.test(output)) return diskFault({ code: 'ENOSPC' }, cacheFolder()) as SetUpFault;
  const reason = output.split('\n').find((line) => line.startsWith('[ERROR]')) ?? output.trim().split('\n').at(-1) ?? '';
  return new SetUpFault(
    `Zeebe ${zeebeVersion} konnte mit Maven nicht geladen werden. Prüfen Sie das Netz und versuchen Sie es noch einmal. Maven meldet: ${reason}`,
  );
};

/** The folder with the unpacked broker, fetched by its Maven coordinates when it is not in the cache yet. */
export const fetchZeebe = async (javaHome: string, progress: Progress, signal?: AbortSignal): Promise<string> => {
  const home = join(cacheFolder(), `zeebe-${zeebeVersion}`);
  if (existsSync(home)) return home;
  const draft = `${home}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
  } catch (error) {
    throw diskFault(error, draft);
  }
  progress(`Zeebe ${zeebeVersion} wird mit Maven geladen (einmal, ${archiveMegabytes} MB) …`);
  const stopShowing = showDownload(progress);
  try {
    const outcome = await runMaven(
      [
        '-B',
        `${dependencyPlugin}:unpack`,
        `-Dartifact=${zeebeArtifact}`,
        `-DoutputDirectory=${draft}`,
        `-DmarkersDirectory=${join(draft, 'markers')}`,
      ],
      javaHome,
      draft,
      signal,
    );
    signal?.throwIfAborted();
    const unpacked = join(draft, `camunda-zeebe-${zeebeVersion}`);
    if (outcome.code !== 0 || !existsSync(join(unpacked, 'lib'))) throw complain(outcome);
    // Renamed last, so that an interrupted download is never taken for whole. Who was quicker, wins.
    if (!existsSync(home)) renameSync(unpacked, home);
  } finally {
    stopShowing();
    rmSync(draft, { recursive: true, force: true });
  }
  progress(`Zeebe ${zeebeVersion} liegt in ${home}.`);
  return home;
};
