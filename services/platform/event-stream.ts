import { PassThrough, type Readable } from 'node:stream';
import type { Event, EventSource, Resync } from './events.ts';

const heartbeatMs = 15_000;
const mostWaiting = 256 * 1024;

export type StreamOptions = {
  sees: (event: Event) => boolean;
  /** The browser had a stream before: what it missed is not kept, so it is told to read everything again. */
  reconnected: boolean;
  signal: AbortSignal;
};

/** Server-sent events, ids only. A reader who does not keep up is cut off; it comes back and reads again. */
export const eventStream = (events: EventSource, options: StreamOptions): Readable => {
  const stream = new PassThrough();
  let count = 0;
  const write = (text: string): void => {
    if (stream.writableEnded) return;
    if (stream.writableLength > mostWaiting) stream.destroy();
    else stream.write(text);
  };
  const send = (name: string, data: object): void => {
    count += 1;
    write(`id: ${count}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const pass = (event: Event | Resync): void => {
    if (event.kind === 'resync') send('resync', {});
    else if (options.sees(event)) send(event.kind, { caseId: event.caseId, taskId: event.taskId, section: event.section });
  };

  write('retry: 2000\n\n');
  send(options.reconnected ? 'resync' : 'hello', {});
  const unsubscribe = events.subscribe(pass);
  const heartbeat = setInterval(() => write(': \n\n'), heartbeatMs).unref();
  const stop = (): void => {
    clearInterval(heartbeat);
    unsubscribe();
    stream.end();
  };
  options.signal.addEventListener('abort', stop, { once: true });
  stream.once('close', stop);
  if (options.signal.aborted) stop();
  return stream;
};
