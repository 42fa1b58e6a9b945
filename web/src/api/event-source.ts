import type { Change } from './shared-events.ts';

const kinds = ['hello', 'task', 'case', 'models', 'operations', 'resync'] as const;
const AGAIN_MS = 3_000;

/**
 * A stream of one's own. The browser comes back by itself after a cut; an answer that is none (a proxy in front of a restarting server, a session
 * that has ended) closes it for good, so it is opened anew until `close`. It begins with `hello`: what changed between the
 * page's own look and that moment was told to nobody.
 */
export const openStream = (hear: (change: Change) => void): (() => void) => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/events');
    for (const kind of kinds)
      source.addEventListener(kind, (event) => hear({ kind, told: JSON.parse((event as MessageEvent<string>).data) as Change['told'] }));
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};
