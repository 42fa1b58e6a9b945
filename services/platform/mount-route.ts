import type { Readable } from 'node:stream';
import type Hapi from '@hapi/hapi';
import Joi from 'joi';
import { NotFound } from './errors.ts';
import { assertPlainText } from './plain-text.ts';
import { readUpload } from './read-upload.ts';
import type { Answer, AnyRoute, RouteInput, User } from './route.ts';
import { assertFormToken, type FormGuard } from './sign-in/forms.ts';
import { check, faultsOf, refuse, validationOptions } from './validation.ts';

const jsonBytes = 1024 * 1024;
const nobody: User = { account: '', name: '', groups: [], teams: [], skills: [], applicant: false };

/** What the server keeps with a request. */
export type RequestState = { user?: User; gone: AbortController; form?: FormGuard };

export const stateOf = (request: Hapi.Request): RequestState => {
  const app = request.app as Partial<RequestState>;
  app.gone ??= new AbortController();
  return app as RequestState;
};

const objectSchema = (fields: Joi.PartialSchemaMap | Joi.Schema | undefined): Joi.Schema =>
  Joi.isSchema(fields) ? fields : Joi.object(fields ?? {});

/** Made once a route: with settings handed over at every call joi would read all its messages anew for every request. */
const validator = (fields: Joi.PartialSchemaMap | Joi.Schema | undefined) => {
  const schema = objectSchema(fields).prefs(validationOptions);
  return (value: unknown): Promise<unknown> => schema.validateAsync(value);
};

const faulty = (_request: Hapi.Request, _h: Hapi.ResponseToolkit, error?: Error): never => {
  throw Joi.isError(error) ? refuse(faultsOf(error)) : error;
};

const hasParams = (route: AnyRoute<never>): boolean => route.path.includes('{');

const takesBody = (route: AnyRoute<never>): boolean => route.method !== 'GET';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** We take these bodies apart ourselves: uploads, and the forms of pages. */
const isForm = (route: AnyRoute<never>): boolean => takesBody(route) && (route.upload !== undefined || route.page !== undefined);

const payloadRules = (route: AnyRoute<never>): Hapi.RouteOptionsPayload =>
  isForm(route)
    ? {
        parse: false,
        output: 'data',
        maxBytes: route.upload?.maxBytes ?? jsonBytes,
        timeout: 60_000,
        allow: route.page ? formTypes : 'multipart/form-data',
      }
    : { parse: true, maxBytes: jsonBytes, timeout: 10_000, allow: 'application/json', multipart: false };

/** After reading, before the schemas look: an empty body counts as `{}`, an upload is taken apart, broken text is refused. */
const prepare = async (route: AnyRoute<never>, request: Hapi.Request): Promise<void> => {
  const raw = request as { payload: unknown };
  if (isForm(route) && Buffer.isBuffer(raw.payload)) raw.payload = await readUpload(raw.payload, String(request.headers['content-type']));
  if (takesBody(route)) raw.payload ??= {};
  assertPlainText([request.params, request.query, raw.payload]);
  if (takesBody(route) && route.page) raw.payload = assertFormToken(raw.payload as Record<string, unknown>, stateOf(request).form);
  // The framework only checks what it parsed itself.
  if (isForm(route)) raw.payload = check(objectSchema(route.payload), raw.payload);
};

export const send = (h: Hapi.ResponseToolkit, answer: Answer): Hapi.ResponseObject => {
  const response = h.response((answer.stream as Readable | undefined) ?? (answer.body as object | undefined)).code(answer.status);
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    for (const each of [value].flat()) response.header(name, each, { append: Array.isArray(value), separator: '' });
  return response;
};

const validatorsOf = (route: AnyRoute<never>): Hapi.RouteOptionsValidate => ({
  ...(hasParams(route) ? { params: validator(route.params) } : {}),
  query: validator(route.query),
  ...(takesBody(route) && !isForm(route) ? { payload: validator(route.payload) } : {}),
  failAction: faulty,
});

/** One definition as hapi takes it. The schemas refuse unknown keys; a path that cannot be an id is an absent thing. */
export const mountRoute = <Deps>(route: AnyRoute<Deps>, deps: Deps): Hapi.ServerRoute => ({
  method: route.method,
  path: route.path,
  options: {
    app: { access: route.access, page: route.page } as object,
    auth: route.access === 'public' ? false : 'lotse',
    ...(takesBody(route) ? { payload: payloadRules(route) } : {}),
    validate: validatorsOf(route),
    ext: {
      onPostAuth: {
        method: async (request, h) => {
          const ids = request.route.settings.validate?.params as ((value: unknown) => Promise<unknown>) | undefined;
          await ids?.(request.params).catch(() => Promise.reject(new NotFound()));
          await prepare(route, request);
          return h.continue;
        },
      },
    },
    handler: async (request, h) => {
      const state = stateOf(request);
      const input: RouteInput<unknown, unknown, unknown> = {
        user: state.user ?? nobody,
        params: request.params,
        query: request.query,
        payload: request.payload,
        headers: request.headers as Record<string, string | undefined>,
        signal: state.gone.signal,
        formToken: state.form?.token ?? '',
      };
      return send(h, await route.handle(input as RouteInput<never, never, never>, deps));
    },
  },
});
