import { createStore } from './create-store.ts';

export type FieldFault = { field: string; message: string };

/** What the server refused, in its words. `status` 0: no answer at all. */
export class ApiFault extends Error {
  readonly status: number;
  readonly details: unknown;
  constructor(status: number, message: string, details?: unknown) {
    super(message);
    this.name = 'ApiFault';
    this.status = status;
    this.details = details;
  }
}

/** False while the server does not answer; every call that gets through sets it right again. */
export const serverAnswers = createStore(true);

/** True when the session has ended, by idleness or elsewhere: the screen is locked until somebody signs in again. */
export const locked = createStore(false);

/** No answer, or one from a proxy in front of a server that is being restarted: worth another try. */
export const isOutage = (fault: unknown): boolean => fault instanceof ApiFault && (fault.status === 0 || fault.status >= 502);

type Options = { signal?: AbortSignal; body?: unknown };

const readFault = async (answer: Response): Promise<ApiFault> => {
  const body = (await answer.json().catch(() => ({}))) as { message?: string; details?: unknown };
  return new ApiFault(answer.status, body.message ?? `HTTP ${answer.status}`, body.details);
};

const send = async (method: string, path: string, { signal, body }: Options): Promise<Response> => {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-lotse-csrf'] = '1';
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const limit = AbortSignal.timeout(30_000);
  try {
    return await fetch(path, {
      method,
      headers,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFault(0, error instanceof Error ? error.message : String(error));
  }
};

const request = async <Body>(method: string, path: string, options: Options): Promise<Body> => {
  try {
    const answer = await send(method, path, options);
    if (!answer.ok) throw await readFault(answer);
    serverAnswers.set(true);
    return (answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text()) as Body;
  } catch (error) {
    if (error instanceof ApiFault) {
      serverAnswers.set(!isOutage(error));
      if (error.status === 401) locked.set(true);
    }
    throw error;
  }
};

/** Calls of the API with the browser's session. Anything but success throws ApiFault. */
export const api = {
  get: <Body>(path: string, signal?: AbortSignal) => request<Body>('GET', path, signal ? { signal } : {}),
  post: <Body>(path: string, body?: unknown) => request<Body>('POST', path, { body }),
  put: <Body>(path: string, body: unknown) => request<Body>('PUT', path, { body }),
  patch: <Body>(path: string, body: unknown) => request<Body>('PATCH', path, { body }),
};
