import type { Readable } from 'node:stream';
import type Joi from 'joi';
import type { Limited } from './limits.ts';

/** Who is asking. `account` is the sign-in name (`sb-sg4`), `groups` are Zeebe candidate groups. */
export type User = {
  account: string;
  name: string;
  groups: readonly string[];
  teams: readonly string[];
  /** Tags a task may ask for (`recht-humanitaer`, `bescheid-signatur`); from the office's own record of its staff. */
  skills: readonly string[];
  /** Set for applicants only: the account that opened the case. */
  applicant: boolean;
};

/**
 * `public` needs no token and asks for none; `anyone` is told who asks, if somebody is signed in (else the user's account is empty);
 * `signed-in` needs any; a list needs one of its groups (others get the 404 of an absent thing).
 */
export type Access = 'public' | 'anyone' | 'signed-in' | readonly string[];

export type Answer = { status: number; body?: unknown; headers?: Record<string, string | string[]>; stream?: Readable };

/** A file of an upload, as it stands in the payload under its field's name. `headers` are those of its part. */
export type UploadedFile = { filename: string; headers: Record<string, string>; content: Buffer };

export type RouteInput<Params, Query, Payload> = {
  user: User;
  params: Params;
  query: Query;
  payload: Payload;
  headers: Record<string, string | undefined>;
  /** Of a route that overwrites: the version the caller has seen, if they name one. */
  seen: number | undefined;
  /** Aborted when the client goes away: long answers stop on it. */
  signal: AbortSignal;
  /** Goes into a page's forms as the hidden field `csrf`; empty without a session. */
  formToken: string;
};

/** A request of a page that went wrong: the fault in words, and where the person was. */
export type PageFailure = {
  status: number;
  message: string;
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string | undefined>;
};

export type RouteLimit = { kind: Limited; when?: (query: Record<string, unknown>) => boolean };

/**
 * Whether this person may ask for this at all, apart from what the body says; throws like the handler. Asked when the request is faulty: who may
 * not ask gets the same answer for a bad body as for a good one. `access`: whoever passes the route's access may ask.
 */
export type Guard<Deps, Params> = 'access' | ((input: { user: User; params: Params }, deps: Deps) => void | Promise<void>);

/** Whoever takes a body says who may send one. */
export type Guarded<Deps, Params> =
  | { method: 'GET'; guard?: never }
  | { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; guard: Guard<Deps, Params> };

/** One endpoint. The file lies in `services/<feature>/routes/` and is found by its path; joi schemas refuse unknown fields and become the OpenAPI document. */
export type Route<Deps, Params = never, Query = never, Payload = never> = Guarded<Deps, Params> & {
  path: string;
  summary: string;
  access: Access;
  params?: Joi.PartialSchemaMap;
  /** A whole schema where the fields cannot be named, e.g. pages whose script reads the address. */
  query?: Joi.PartialSchemaMap | Joi.Schema;
  payload?: Joi.PartialSchemaMap | Joi.Schema;
  /** Multipart upload: the payload's file parts arrive as `{ filename, headers, content: Buffer }`. Bytes. */
  upload?: { maxBytes: number };
  /** Status → what it means and, for success, the schema of the body; `raw` where it is no JSON but a file, a page or a stream. */
  answers: Record<number, { description: string; schema?: Joi.Schema; raw?: true }>;
  /** A page for people: plain HTML forms may post to it (`services/platform/sign-in/forms.ts`), and a fault is answered as a page too. */
  page?: (failure: PageFailure) => Answer;
  /**
   * Costs more than others, so an account (who signs in: an address) may ask only so often in a minute, and have only so many streams
   * open at once; how often stands in the settings. `when` looks at the query: not every list is a search. Uploads count by themselves.
   */
  limit?: RouteLimit;
  /**
   * It writes over what two people may have open. The caller says which version they saw, in If-Match or as `version` in the body
   * (`if-match.ts`); the handler gets it as `seen` and answers 409 where another one stands by now.
   */
  overwrites?: true;
  /** The page's own reader judges its texts, so that the fault stands beside the field; only what is no text at all is refused before it. */
  readsText?: true;
  /** Not in the public description: that it exists is told to those who may use it. */
  inner?: true;
  /** Only mounted when this holds, e.g. demo routes in the embedded default. */
  when?: (deps: Deps) => boolean;
  handle: (input: RouteInput<Params, Query, Payload>, deps: Deps) => Promise<Answer>;
};

export type AnyRoute<Deps> = Route<Deps, never, never, never>;

export const defineRoute = <Deps, Params = Record<string, never>, Query = Record<string, never>, Payload = undefined>(
  route: Route<Deps, Params, Query, Payload>,
): AnyRoute<Deps> => route as unknown as AnyRoute<Deps>;

export const reply = (status: number, body?: unknown, headers?: Record<string, string | string[]>): Answer => ({
  status,
  body,
  ...(headers ? { headers } : {}),
});
