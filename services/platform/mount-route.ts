import type { Readable } from 'node:stream';
import type Hapi from '@hapi/hapi';
import Joi from 'joi';
import { type FieldFault, NotFound } from './errors.ts';
import type { AnswerOnce } from './idempotency/answer-once.ts';
import { seenVersion } from './if-match.ts';
import { storableFault, textFault, textFaults } from './plain-text.ts';
import { assertUnpacked, assertUtf8Address, jsonBytes, readBody, readBytes } from './read-body.ts';
import type { Answer, AnyRoute, RouteInput, RouteLimit, User } from './route.ts';
import { assertFormToken, type FormGuard } from './sign-in/forms.ts';
import { faultsOf, refuse, validationOptions } from './validation.ts';

const nobody: User = { account: '', name: '', groups: [], teams: [], skills: [], applicant: false };

/** What the server keeps with a request. */
export type RequestState = {
  user?: User;
  form?: FormGuard;
  /** What ends a long answer; made for the few that ask. */
  watch?: () => AbortSignal;
};

export const stateOf = (request: Hapi.Request): RequestState => request.app as RequestState;

/** Of a request that nobody watches over: it never ends before its answer. */
const unwatched = new AbortController().signal;

const objectSchema = (fields: Joi.PartialSchemaMap | Joi.Schema | undefined): Joi.Schema =>
  Joi.isSchema(fields) ? fields : Joi.object(fields ?? {});

/** Made once a route: with settings handed over at every call joi would read all its messages anew for every request. */
const validator = (fields: Joi.PartialSchemaMap | Joi.Schema | undefined) => {
  const schema = objectSchema(fields).prefs(validationOptions);
  return (value: unknown): { value: unknown; faults: FieldFault[] } => {
    const result = schema.validate(value);
    return { value: result.value, faults: result.error ? faultsOf(result.error) : [] };
  };
};

export const takesBody = (route: AnyRoute<never>): boolean => route.method !== 'GET';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const allowedTypes = (route: AnyRoute<never>): string | string[] =>
  route.page ? formTypes : route.upload ? 'multipart/form-data' : 'application/json';

const maxBytesOf = (route: AnyRoute<never>): number => route.upload?.maxBytes ?? jsonBytes;

/** `read-body.ts` counts and reads; the framework's own unpacking leaves an error behind that ends the process when nobody reads. */
const payloadRules = (route: AnyRoute<never>): Hapi.RouteOptionsPayload => ({
  parse: false,
  output: 'stream',
  maxBytes: Number.MAX_SAFE_INTEGER,
  allow: allowedTypes(route),
});

type Checked = { params: unknown; query: unknown; payload: unknown };

/**
 * All of a request that people or programs write, checked in one place: bytes are UTF-8, text is text, values fit the schemas, which
 * refuse unknown keys. Every fault at once. A path that cannot be an id is an absent thing.
 */
const inputReader = (route: AnyRoute<never>) => {
  const [params, query, payload] = [validator(route.params), validator(route.query), validator(route.payload)];
  return async (request: Hapi.Request): Promise<Checked> => {
    const ids = params(request.params);
    if (route.params && ids.faults.length > 0) throw new NotFound();
    assertUtf8Address(request.raw.req.url ?? '');
    const body = takesBody(route) ? await readFields(route, request) : {};
    const [asked, sent] = [query(request.query), payload(body)];
    const bodyText = textFaults(body, route.readsText ? storableFault : textFault);
    const text = [...textFaults(request.params), ...textFaults(request.query), ...bodyText];
    const faults = [...text, ...[...asked.faults, ...sent.faults].filter(({ field }) => !text.some((fault) => fault.field === field))];
    if (faults.length > 0) throw refuse(faults);
    return { params: ids.value, query: asked.value, payload: sent.value };
  };
};

const readFields = async (route: AnyRoute<never>, request: Hapi.Request): Promise<unknown> => {
  assertUnpacked(request.headers['content-encoding'] as string | undefined);
  const bytes = await readBytes(request.payload as Readable, maxBytesOf(route));
  const fields = await readBody(bytes, String(request.headers['content-type'] ?? ''));
  return route.page ? assertFormToken(fields as Record<string, unknown>, stateOf(request).form) : fields;
};

export const send = (h: Hapi.ResponseToolkit, answer: Answer): Hapi.ResponseObject => {
  const response = h.response((answer.stream as Readable | undefined) ?? (answer.body as object | undefined)).code(answer.status);
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    for (const each of [value].flat()) response.header(name, each, { append: Array.isArray(value), separator: '' });
  return response;
};

/** Whether a caller may name its request, so that it counts once however often it is sent. */
export const takesKey = (route: AnyRoute<never>): boolean => route.method === 'POST' && !route.page && route.access !== 'public';

/** Whoever sends files, does so only so often. */
const limitOf = (route: AnyRoute<never>): RouteLimit | undefined => (route.upload ? { kind: 'upload' } : route.limit);

const assertMayAsk = async <Deps>({ guard }: AnyRoute<Deps>, request: Hapi.Request, deps: Deps): Promise<void> => {
  if (typeof guard !== 'function') return;
  await guard({ user: stateOf(request).user ?? nobody, params: request.params as never }, deps);
};

const checksAnswers = process.env.NODE_ENV === 'test';

/** What is `raw` is a file, a page or a stream, and nothing to look into; what sends the browser on has no body. */
const hasSchemas = (route: AnyRoute<never>): boolean =>
  Object.entries(route.answers).every(([status, { schema }]) => Number(status) >= 400 || schema);

/**
 * In tests an answer that is not as the route declares it is a fault (500, with the field's path in the log): the web application takes its types from the
 * same declaration. In production it goes out: a person who sees one field too few can still work.
 */
const answerRules = (route: AnyRoute<never>): { response?: Hapi.RouteOptionsResponse } =>
  checksAnswers
    ? {
        response: {
          ...(hasSchemas(route) ? { schema: undeclared } : {}),
          status: Object.fromEntries(Object.entries(route.answers).flatMap(([status, { schema }]) => (schema ? [[status, schema]] : []))),
          options: { abortEarly: false, convert: false },
        },
      }
    : {};

const undeclared = (): never => {
  throw new Error('the route declares no answer with this status');
};

/** One definition as hapi takes it. */
export const mountRoute = <Deps>(route: AnyRoute<Deps>, deps: Deps, answerOnce?: AnswerOnce): Hapi.ServerRoute => {
  const read = inputReader(route);
  return {
    method: route.method,
    path: route.path,
    options: {
      app: { access: route.access, page: route.page, limit: limitOf(route) } as object,
      auth: route.access === 'public' ? false : 'lotse',
      ...answerRules(route),
      ...(takesBody(route) ? { payload: payloadRules(route) } : {}),
      ext: {
        onPostAuth: {
          method: async (request, h) => {
            try {
              Object.assign(request, await read(request));
            } catch (error) {
              if (!(error instanceof NotFound)) await assertMayAsk(route, request, deps);
              throw error;
            }
            return h.continue;
          },
        },
      },
      handler: async (request, h) => {
        const state = stateOf(request);
        const headers = request.headers as Record<string, string | undefined>;
        const input: RouteInput<unknown, unknown, unknown> = {
          user: state.user ?? nobody,
          params: request.params,
          query: request.query,
          payload: request.payload,
          headers,
          seen: route.overwrites ? seenVersion(request.payload, headers) : undefined,
          get signal() {
            return state.watch?.() ?? unwatched;
          },
          formToken: state.form?.token ?? '',
        };
        const work = (): Promise<Answer> => route.handle(input as RouteInput<never, never, never>, deps);
        const key = takesKey(route) ? input.headers['idempotency-key'] : undefined;
        if (key === undefined || !answerOnce) return send(h, await work());
        const parts = [request.path, request.query, request.payload, ...(input.seen === undefined ? [] : [input.seen])];
        return send(h, await answerOnce({ account: input.user.account, key, parts }, work));
      },
    },
  };
};
