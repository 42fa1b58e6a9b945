import { createServer } from 'node:net';

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Zeebe takes the two ports behind its gateway's as well. Below the range from which the system hands out ports to connections, which are many here. */
export const findGateway = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 9_000);
    const free = await Promise.all([first, first + 1, first + 2].map(listens));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no three free ports in a row between 20000 and 29000');
};
