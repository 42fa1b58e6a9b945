import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './log.ts';
import { writeFailure } from './raw-answer.ts';

/**
 * What began in a request stays with it: promises nobody waits for, timers, callbacks. So a rejection nobody handled can be told apart.
 * One that belongs to a request says something about that request only: it is logged, the request is answered 500 if nothing has
 * answered it yet, and everybody else's requests and streams go on. Any other one came from the process's own work (engine, outbox,
 * timers of the start), whose state nobody knows afterwards: it ends the process, and the starter starts it anew. The same holds for
 * every exception that unwound a callback half-way (`uncaughtException`), whoever caused it.
 */
type Scope = { request: IncomingMessage; response: ServerResponse };

const scopes = new AsyncLocalStorage<Scope>();

export const inScope = <T>(scope: Scope, work: () => T): T => scopes.run(scope, work);

/** Called once, in services/main.ts. */
export const watchRejections = (log: Logger): void => {
  process.on('unhandledRejection', (error) => {
    const scope = scopes.getStore();
    if (!scope) {
      log.fatal({ err: error }, 'a rejection nobody handled');
      process.exit(1);
    }
    log.error({ err: error, method: scope.request.method }, 'a rejection nobody handled in a request');
    if (!scope.response.headersSent && !scope.response.writableEnded) writeFailure(scope.response, 500);
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an exception nobody caught');
    process.exit(1);
  });
};
