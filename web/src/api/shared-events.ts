import { openStream } from './event-source.ts';

/** Ids only; what they mean is read again. */
export type Change = { kind: string; told: { caseId?: string; taskId?: string; section?: string } };

type Hear = (change: Change) => void;

/**
 * HTTP/1.1 allows six connections to a host, and a stream keeps one for as long as its tab is open: the seventh tab would wait for ever. So the tabs of
 * one person share a stream. Whoever holds the lock has it and passes on what it hears; when that tab goes, the browser gives the lock to the next,
 * which asks all to read again, because nobody listened for a moment. A tab that waits for a lock or holds one is not frozen in the background.
 */
const share = (account: string, hear: Hear): (() => void) => {
  const name = `lotse-events-${account}`;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<Change>) => hear(event.data));
  const stopped = new AbortController();
  const { signal } = stopped;
  const pass: Hear = (change) => {
    hear(change);
    channel.postMessage(change);
  };
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const close = openStream(pass);
      signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  const take = async (): Promise<void> => {
    const first = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await lead();
      return lock !== null;
    });
    if (!first && !signal.aborted) await navigator.locks.request(name, { signal }, lead);
  };
  // Aborted while it waited: this tab has gone, and nobody asks any more.
  take().catch(() => undefined);
  return () => {
    stopped.abort();
    channel.close();
  };
};

/** Without locks (an old browser, or plain HTTP): a stream for each tab that is looked at; one in the background has none and reads again when it is back. */
const whileVisible = (hear: Hear): (() => void) => {
  let close: (() => void) | undefined;
  const follow = (): void => {
    if (document.visibilityState === 'visible') {
      close ??= openStream(hear);
      return;
    }
    close?.();
    close = undefined;
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close?.();
  };
};

/** What changes on the server, for as long as this tab is open. Returns how to stop. */
export const hearEvents = (account: string, hear: Hear): (() => void) =>
  'locks' in navigator && 'BroadcastChannel' in globalThis ? share(account, hear) : whileVisible(hear);
