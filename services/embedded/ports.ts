import { createServer } from 'node:net';
import type { Config } from '../platform/config.ts';
import { waitUntil } from './processes.ts';
import { SetUpFault } from './set-up-fault.ts';

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A program that was just killed is gone from the list before its sockets are. */
const patienceMs = 3000;

/** Throws a plain sentence that names the port and the setting which moves it. */
export const requireFreePort = async (port: number, setting: string, host = '127.0.0.1'): Promise<void> => {
  if (await waitUntil(() => isFree(port, host), patienceMs)) return;
  throw new SetUpFault(
    `Der Port ${port} ist schon belegt. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie mit ${setting}=<Port> einen anderen.`,
  );
};

/** Throws a plain sentence when two parts were given one port. Zeebe takes the two after its gateway's as well. */
export const requireDistinctPorts = (config: Config): void => {
  const gateway = config.embeddedZeebePort;
  const zeebe: [string, number][] = [
    ...[gateway, gateway + 1, gateway + 2].map((port): [string, number] => ['EMBEDDED_ZEEBE_PORT (mit den zwei danach)', port]),
    ['EMBEDDED_ZEEBE_REST_PORT', config.embeddedZeebeRestPort],
    ['EMBEDDED_ZEEBE_MANAGEMENT_PORT', config.embeddedZeebeManagementPort],
    ['RECORDS_PORT', config.recordsPort],
  ];
  const wanted: [string, number][] = [['PORT', config.port]];
  if (!config.zeebeAddress) wanted.push(...zeebe);
  if (!config.databaseUrl) wanted.push(['EMBEDDED_DATABASE_PORT', config.embeddedDatabasePort]);
  if (!config.oidcIssuer) wanted.push(['EMBEDDED_OIDC_PORT', config.embeddedOidcPort]);
  if (!config.smtpUrl) wanted.push(['EMBEDDED_SMTP_PORT', config.embeddedSmtpPort], ['EMBEDDED_MAIL_PORT', config.embeddedMailPort]);
  const taken = new Map<number, string>();
  for (const [setting, port] of wanted) {
    const other = taken.get(port);
    if (other) throw new SetUpFault(`${other} und ${setting} wollen beide den Port ${port}. Geben Sie jedem Teil einen eigenen.`);
    taken.set(port, setting);
  }
};

/**
 * Ports in a row nobody listens on right now; for tests. From below the range out of which the system serves outgoing connections: one of those could
 * sit on a port while its program is being started again.
 */
export const findFreePorts = async (count: number): Promise<number[]> => {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * (12_000 - count));
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map((port) => isFree(port, '127.0.0.1')));
    if (free.every(Boolean)) return ports;
  }
};
