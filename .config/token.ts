import { fetchToken } from '../services/embedded/fetch-token.ts';
import { readRun } from '../services/embedded/run-file.ts';
import { readConfig } from '../services/platform/config.ts';

/** `npm run -s token -- <account>`: prints an access token and nothing else. */
const [account] = process.argv.slice(2);
try {
  if (!account) throw new Error('Für welches Konto? Zum Beispiel: npm run -s token -- sb-sg4');
  const issuer = readRun(readConfig(process.env).dataDir)?.urls.issuer;
  if (!issuer) throw new Error('Lotse läuft hier nicht, oder nicht mit der mitgelieferten Anmeldung. Starten Sie es mit npm start.');
  process.stdout.write(`${await fetchToken(issuer, account)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
