import { eventStream } from '../../platform/event-stream.ts';
import type { EventSource } from '../../platform/events.ts';
import { defineRoute } from '../../platform/route.ts';
import { seesEvent } from '../rights.ts';

export default defineRoute<{ events: EventSource }>({
  method: 'GET',
  path: '/api/events',
  summary: 'Änderungen als Strom (server-sent events); nennt nur Kennungen, gelesen wird über die anderen Aufrufe',
  access: 'signed-in',
  limit: { kind: 'stream' },
  answers: { 200: { description: 'Ereignisse case, task, models, operations und resync (alles neu lesen).', raw: true } },
  handle: async ({ user, headers, signal }, { events }) => ({
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
    stream: eventStream(events, {
      sees: (event) => seesEvent(user, event),
      reconnected: headers['last-event-id'] !== undefined,
      signal,
    }),
  }),
});
