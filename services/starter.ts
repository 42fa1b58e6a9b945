import { runSupervised, SetUpFault } from './embedded/index.ts';
import type { Config } from './platform/config.ts';
import type { Logger } from './platform/log.ts';
import { demoAccounts } from './staff/index.ts';

/** Brings up what no setting points elsewhere, and keeps `main --only api` and `main --only workers` running. */
export const runStarter = async (main: string, config: Config, log: Logger): Promise<void> => {
  if (config.databaseUrl) await (await import('./bring-up-to-date.ts')).bringUpToDate(config, log);
  const aborting = new AbortController();
  const say = (line: string): void => console.log(line);
  const begun = performance.now();
  // One Ctrl-C may arrive twice: from the terminal and from npm. The second one must not end us half-way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => aborting.abort(new SetUpFault('Abgebrochen.')));
  const lotse = await runSupervised({ config, accounts: demoAccounts, log, progress: say, main, signal: aborting.signal });
  const end = async (): Promise<void> => {
    say('Lotse wird beendet …');
    await lotse.stop();
    say('Alles ist gesichert und beendet.');
    process.exit(0);
  };
  aborting.signal.addEventListener('abort', () => void end(), { once: true });
  const seconds = Math.round((performance.now() - begun) / 1000);
  say(`\nLotse läuft nach ${seconds} s: ${config.publicUrl}`);
  if (lotse.embedded.env.DEMO) {
    const accounts = demoAccounts.map((each) => each.account).join(' ');
    say(`Demo-Konten (ein Klick meldet an): ${accounts}`);
    say(`Postausgang: ${lotse.embedded.urls.mails ?? ''}`);
    say('Token für die API: npm run -s token -- sb-sg4');
  }
  say('Beenden mit Strg-C.');
};
