import Joi from 'joi';
import { IF_MATCH } from './if-match.ts';
import { takesBody, takesKey } from './mount-route.ts';
import { jsonBytes } from './read-body.ts';
import { type AnyRoute, defineRoute, reply } from './route.ts';

type Json = { [key: string]: unknown };

const errorSchema: Json = {
  type: 'object',
  properties: { statusCode: { type: 'integer' }, error: { type: 'string' }, message: { type: 'string' }, details: {} },
  required: ['statusCode', 'error', 'message'],
};

/** joi writes a choice that may be null as a type with null and a list without it, which nothing null would pass. */
const withNull = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withNull);
  if (typeof part !== 'object' || part === null) return part;
  const whole = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withNull(value)])) as Json;
  const lacksNull = Array.isArray(whole.type) && whole.type.includes('null') && Array.isArray(whole.enum) && !whole.enum.includes(null);
  return lacksNull ? { ...whole, enum: [...(whole.enum as unknown[]), null] } : whole;
};

const jsonSchema = (schema: Joi.Schema): Json => withNull(schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' })) as Json;

const schemaOf = (fields: Joi.PartialSchemaMap | Joi.Schema): Joi.Schema => (Joi.isSchema(fields) ? fields : Joi.object(fields));

const parametersIn = (place: 'path' | 'query', fields: Joi.PartialSchemaMap | Joi.Schema | undefined): Json[] => {
  if (!fields) return [];
  const { properties = {}, required = [] } = jsonSchema(schemaOf(fields)) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

/** A caller names its request, so that it counts once however often it is sent. */
const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Dieselbe Anfrage unter demselben Schlüssel zählt einmal und bekommt einen Tag lang dieselbe Antwort.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!#-~]+$' },
};

/** Of what two may have open at once. */
const ifMatch: Json = {
  name: IF_MATCH,
  in: 'header',
  required: false,
  description:
    'Die Version, die man gesehen hat, wie sie als ETag oder in der Ansicht steht. Gilt inzwischen eine andere, ist die Antwort 409.',
  schema: { type: 'string', pattern: '^(?:\\*|(?:W/)?"[1-9]\\d{0,8}")$' },
};

const bodyType = (route: AnyRoute<never>): string =>
  route.upload ? 'multipart/form-data' : route.page ? 'application/x-www-form-urlencoded' : 'application/json';

const requestBody = (route: AnyRoute<never>): Json =>
  route.payload
    ? {
        requestBody: {
          required: true,
          content: { [bodyType(route)]: { schema: jsonSchema(schemaOf(route.payload)) } },
        },
      }
    : {};

const failures = (route: AnyRoute<never>): string[] => [
  // An address nobody can read, or a header nobody can.
  '400',
  ...(route.access === 'public' ? [] : ['401']),
  ...(route.access === 'public' && !route.params ? [] : ['404']),
  ...(takesBody(route) ? ['408', '413', '415'] : []),
  // Wrong tokens count everywhere.
  ...(route.access === 'public' && !route.limit ? [] : ['429']),
  ...(takesKey(route) ? ['409', '422'] : []),
  ...(route.overwrites ? ['409'] : []),
];

const responses = (route: AnyRoute<never>): Json => {
  const error = (description: string): Json => ({
    description,
    content: route.page ? { 'text/html': {} } : { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  });
  const own = Object.entries(route.answers).map(([status, answer]) => [
    status,
    answer.schema
      ? { description: answer.description, content: { 'application/json': { schema: jsonSchema(answer.schema) } } }
      : Number(status) >= 400
        ? error(answer.description)
        : { description: answer.description },
  ]);
  const common: Record<string, string> = {
    400: 'Angaben fehlen oder sind falsch; alle Fehler stehen in details.',
    401: 'Nicht angemeldet.',
    404: 'Gibt es nicht, oder nicht für Sie.',
    408: 'Die Anfrage kam nicht in der Zeit an, die REQUEST_SECONDS ihr lässt.',
    413: `Der Inhalt ist größer als ${Math.floor((route.upload?.maxBytes ?? jsonBytes) / 1024)} KB.`,
    415: 'Ein anderes Format, eine andere Zeichencodierung als UTF-8, oder gepackt.',
    429: 'Zu oft in einer Minute; Retry-After nennt die Sekunden.',
    409: route.overwrites
      ? 'Inzwischen hat jemand anderes das geändert; details.version ist, was gilt.'
      : 'Die erste Anfrage unter diesem Schlüssel ist noch nicht beantwortet.',
    422: 'Unter diesem Schlüssel kam schon eine andere Anfrage.',
  };
  return { ...Object.fromEntries(failures(route).map((status) => [status, error(common[status] ?? '')])), ...Object.fromEntries(own) };
};

/** The OpenAPI 3.1 document of exactly these endpoints. */
const describeApi = (routes: readonly AnyRoute<never>[], version: string): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes.filter(({ inner }) => !inner)) {
    // What the router writes `{rest*}` is one parameter here.
    const address = route.path.replace(/\*\d*\}/, '}');
    const path = paths[address] ?? {};
    paths[address] = path;
    const parameters = [
      ...parametersIn('path', route.params),
      ...parametersIn('query', route.query),
      ...(takesKey(route) ? [idempotencyKey] : []),
      ...(route.overwrites ? [ifMatch] : []),
    ];
    path[route.method.toLowerCase()] = {
      summary: route.summary,
      tags: [route.path.split('/')[2] || 'lotse'],
      ...(parameters.length ? { parameters } : {}),
      ...requestBody(route),
      responses: responses(route),
      ...(route.access === 'public' ? { security: [] } : {}),
      ...(route.access === 'anyone' ? { security: [{}, { token: [] }, { session: [] }] } : {}),
      ...(Array.isArray(route.access) ? { description: `Nur für: ${route.access.join(', ')}` } : {}),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lotse',
      version,
      description: 'Fallbearbeitung einer Ausländerbehörde',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: 'lotse', description: 'Ändernde Aufrufe brauchen dazu den Kopf x-lotse-csrf.' },
      },
      schemas: { Error: errorSchema },
    },
  };
};

/** The routes come late, because this endpoint stands in its own list. */
export const openApiRoute = (routes: () => readonly AnyRoute<never>[], version: string): AnyRoute<unknown> => {
  let document: Json | undefined;
  return defineRoute<unknown>({
    method: 'GET',
    path: '/openapi.json',
    summary: 'Diese Beschreibung (OpenAPI 3.1)',
    access: 'public',
    answers: { 200: { description: 'Die Beschreibung.', schema: Joi.object().unknown() } },
    handle: async () => {
      document ??= describeApi(routes(), version);
      return reply(200, document);
    },
  });
};
