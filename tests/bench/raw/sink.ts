import { createServer } from 'node:http';

/** Takes the records of the engine's exporter, answers 200 and keeps nothing. */
export const startSink = async (port: number): Promise<{ stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
      response.end(request.method === 'PUT' ? '{"acknowledged":true}' : '{"errors":false,"items":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
