import { createServer } from 'node:net';
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

/** Ports nobody listens on right now, all different; for tests. */
export const findFreePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};
