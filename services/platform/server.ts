import Hapi from '@hapi/hapi';
import { apiDocsRoute } from './api-docs.ts';
import type { Config } from './config.ts';
import { NotFound, SignInNeeded, WrongMethod } from './errors.ts';
import { type HealthCheck, healthRoute } from './health.ts';
import { describeFailure } from './http-errors.ts';
import type { AnswerOnce } from './idempotency/answer-once.ts';
import { createAddressReader, createLimits, type Limits } from './limits.ts';
import { createListener, handleBrokenConnections } from './listener.ts';
import type { Logger } from './log.ts';
import { mountRoute, send, stateOf } from './mount-route.ts';
import { openApiRoute } from './openapi.ts';
import type { Access, Answer, AnyRoute, PageFailure, RouteLimit, User } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { guardForm } from './sign-in/forms.ts';
import type { SignIn } from './sign-in/sign-in.ts';

const recheckMs = 30_000;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export type ServerParts<Deps> = {
  deps: Deps;
  routes: AnyRoute<Deps>[];
  config: Config;
  log: Logger;
  signIn: SignIn;
  /** Keeps what was answered under an Idempotency-Key; without it the header counts for nothing. */
  answerOnce?: AnswerOnce;
  /** Parts whose loss makes `/api/health` answer 503, by name: engine, database, records. */
  health: Record<string, HealthCheck>;
  /** What health warns of while everything is up. */
  warnings?: () => Promise<string[]>;
  version: string;
  /** Shown to browsers where no address is; others get the error as JSON. */
  unknownAddress?: () => Promise<Answer>;
};

const allows = (access: Access, user: User): boolean => typeof access === 'string' || access.some((group) => user.groups.includes(group));

type RouteSettings = { access?: Access; page?: (failure: PageFailure) => Answer; limit?: RouteLimit };
const settingsOf = (request: Hapi.Request): RouteSettings => (request.route.settings.app as RouteSettings | undefined) ?? {};
const headersOf = (request: Hapi.Request) => request.headers as Record<string, string | undefined>;

/** Builds the HTTP server; `start()` is the caller's. `stop()` ends open event streams first, then waits for what is running. */
export const createServer = <Deps>(parts: ServerParts<Deps>): Hapi.Server => {
  const { config, log, signIn } = parts;
  const limits = createLimits(config);
  const server = Hapi.server({
    listener: createListener(config),
    port: config.port,
    host: config.host,
    // Answers of events must not wait in a compressor.
    mime: { override: { 'text/event-stream': { source: 'iana', compressible: false, extensions: [], type: 'text/event-stream' } } },
    routes: { state: { parse: false, failAction: 'ignore' } },
    router: { stripTrailingSlash: true },
    debug: false,
  });
  handleBrokenConnections(server.listener);
  authenticate(server, { signIn, config, limits });
  shapeAnswers(server, config, log, parts.unknownAddress);
  endStreams(server, signIn);

  const served = parts.routes.filter((route) => route.when?.(parts.deps) ?? true);
  const all: AnyRoute<Deps>[] = [
    healthRoute(parts.health, parts.version, parts.warnings),
    openApiRoute(() => all, parts.version),
    apiDocsRoute(() => all),
    ...signIn.routes,
    ...served,
  ];
  for (const route of all) server.route(mountRoute(route, parts.deps, parts.answerOnce));
  return server;
};

type Gate = { signIn: SignIn; config: Config; limits: Limits };

/** Who asks, and whether this endpoint exists for them. A group that is missing is answered like an endpoint that is not there. */
const authenticate = (server: Hapi.Server, { signIn, config, limits }: Gate): void => {
  const addressOf = createAddressReader(config.proxyAddresses);
  server.auth.scheme('lotse', () => ({
    authenticate: async (request, h) => {
      const { access = 'signed-in', page } = settingsOf(request);
      const headers = headersOf(request);
      const address = addressOf(request.info.remoteAddress, headers);
      if (page) stateOf(request).form = guardForm(request.method, headers, config.publicUrl);
      const user = await signIn
        .identify({ method: request.method, headers, touch: true, form: page !== undefined })
        .catch(async (error) => {
          // Only what somebody presents as a token: a browser whose session is over asks again and again.
          if (error instanceof SignInNeeded) await limits.spend('wrong-token', address);
          throw error;
        });
      await spendFor(request, limits, user?.account ?? address);
      if (!user && access === 'anyone') return h.authenticated({ credentials: {} });
      if (!user) throw new SignInNeeded();
      if (!allows(access, user)) throw new NotFound();
      stateOf(request).user = user;
      return h.authenticated({ credentials: {} });
    },
  }));
  server.auth.strategy('lotse', 'lotse');
  // Nobody is signed in yet where people sign in.
  server.ext('onPreAuth', async (request, h) => {
    if (settingsOf(request).access === 'public') await spendFor(request, limits, addressOf(request.info.remoteAddress, headersOf(request)));
    return h.continue;
  });
};

const spendFor = async (request: Hapi.Request, limits: Limits, key: string): Promise<void> => {
  const { limit } = settingsOf(request);
  if (!limit || limit.when?.(request.query) === false) return;
  if (limit.kind === 'stream') request.raw.res.once('close', await limits.openStream(key));
  else await limits.spend(limit.kind, key);
};

/** Known paths say which methods they take; that depends on the pattern alone, never on what lies there or who asks. */
const describeUnknown = (
  server: Hapi.Server,
  request: Hapi.Request,
  failure: Error & { output: { statusCode: number } },
): Error | undefined => {
  // A path that cannot be read matches nothing, and asking what it matches would throw.
  if (request.route.path !== '/{p*}' || failure.output.statusCode !== 404) return undefined;
  const allowed = methods.filter((method) => server.match(method, request.path) !== null);
  return allowed.length > 0 ? new WrongMethod(allowed.map((each) => each.toUpperCase())) : undefined;
};

/** Hapi's own route for what has none. */
const isNowhere = ({ route }: Hapi.Request): boolean => route.method === ('_special' as typeof route.method);

const wantsPage = ({ method, path, headers }: Hapi.Request): boolean =>
  method === 'get' && /\btext\/html\b/.test(String(headers.accept ?? '')) && !/^\/(?:api|auth|assets)(?:\/|$)/.test(path);

const shapeAnswers = (server: Hapi.Server, config: Config, log: Logger, unknownAddress: ServerParts<unknown>['unknownAddress']): void => {
  const securityOf = securityHeaders(config);
  server.ext('onPreResponse', async (request, h) => {
    const security = securityOf(request.path);
    const { response } = request;
    if (!(response instanceof Error)) {
      for (const [name, value] of Object.entries(security)) if (!(name in response.headers)) response.header(name, value);
      return h.continue;
    }
    const failure = describeFailure(describeUnknown(server, request, response) ?? response);
    if (failure.unexpected)
      log.error({ err: response, request: request.info.id, method: request.method, route: request.route.path }, 'request failed');
    const { page } = settingsOf(request);
    if (page) {
      const { statusCode: status, message } = failure.body;
      const path = `${request.path}${request.url.search}`;
      const shown = send(h, page({ status, message, method: request.method, path, headers: headersOf(request) }));
      for (const [name, value] of Object.entries(security)) if (!(name in shown.headers)) shown.header(name, value);
      return shown;
    }
    if (unknownAddress && failure.body.statusCode === 404 && isNowhere(request) && wantsPage(request)) {
      const shown = send(h, { ...(await unknownAddress()), status: failure.body.statusCode });
      for (const [name, value] of Object.entries(security)) if (!(name in shown.headers)) shown.header(name, value);
      return shown;
    }
    const answer = h.response(failure.body).code(failure.body.statusCode).type('application/json');
    for (const [name, value] of Object.entries({ ...security, ...failure.headers })) answer.header(name, value);
    return answer;
  });
  // The route's pattern, not the path: ids, search words and names stay out of the log.
  server.events.on('response', (request) => {
    const { response } = request;
    // Who hangs up in the middle of sending gets no answer; whatever was about to be said is not what happened.
    const cutOff = request.raw.req.errored !== null && !request.raw.res.headersSent;
    const status = cutOff ? 499 : response instanceof Error ? response.output.statusCode : response?.statusCode;
    const ms = (request.info.completed || request.info.responded || Date.now()) - request.info.received;
    log.info({ request: request.info.id, method: request.method, route: request.route.path, status, ms }, 'request');
  });
};

/** A long answer ends when its reader goes, when the server stops, and within half a minute of losing the right to it. */
const endStreams = (server: Hapi.Server, signIn: SignIn): void => {
  const open = new Map<Hapi.Request, AbortController>();
  let stopping = false;
  const watch = (request: Hapi.Request): AbortSignal => {
    const known = open.get(request);
    if (known) return known.signal;
    const gone = new AbortController();
    const { res } = request.raw;
    if (stopping || res.closed) gone.abort();
    else {
      open.set(request, gone);
      const over = (): void => {
        open.delete(request);
        gone.abort();
      };
      res.once('close', over);
      res.once('finish', over);
    }
    return gone.signal;
  };
  const recheck = async (request: Hapi.Request, gone: AbortController): Promise<void> => {
    const { user } = stateOf(request);
    const now = await signIn
      .identify({ method: request.method, headers: headersOf(request), touch: false })
      .catch((error: unknown) => (error instanceof SignInNeeded ? undefined : user));
    if (user && now?.groups.join() !== user.groups.join()) gone.abort();
  };
  const looking = setInterval(() => {
    for (const [request, gone] of open) void recheck(request, gone);
  }, recheckMs).unref();
  server.ext('onPreHandler', (request, h) => {
    stateOf(request).watch = () => watch(request);
    return h.continue;
  });
  server.ext('onPreStop', () => {
    stopping = true;
    clearInterval(looking);
    for (const gone of open.values()) gone.abort();
  });
};
