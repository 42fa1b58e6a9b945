import { setTimeout as pause } from 'node:timers/promises';
import { fetchToken } from '../../services/embedded/fetch-token.ts';
import { readRun } from '../../services/embedded/run-file.ts';

/** The running Lotse that process, browser and crash tests share, driven as its users drive it: through HTTP. */
const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests need a running Lotse (npm test starts one)`);
  return value;
};
export const url = (): string => setting('TEST_LOTSE_URL');
export const dataDir = (): string => setting('TEST_LOTSE_DATA_DIR');

const tokens = new Map<string, Promise<string>>();
const tokenOf = (account: string): Promise<string> => {
  const issuer = readRun(dataDir())?.urls.issuer;
  if (!issuer) throw new Error(`no Lotse runs from ${dataDir()}`);
  const known = tokens.get(account) ?? fetchToken(issuer, account);
  tokens.set(account, known);
  return known;
};

// biome-ignore lint/suspicious/noExplicitAny: what the API answers is checked by the assertions of each test
export type Reply = { status: number; body: any };

const send = async (account: string, method: string, path: string, body?: unknown): Promise<Reply> => {
  const form = body instanceof FormData;
  const answer = await fetch(`${url()}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(account)}`,
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(90_000),
  });
  const text = await answer.text();
  try {
    return { status: answer.status, body: JSON.parse(text) };
  } catch {
    return { status: answer.status, body: text };
  }
};

/** Calls the API as one demo account. */
export const as = (account: string) => ({
  get: (path: string) => send(account, 'GET', path),
  post: (path: string, body?: unknown) => send(account, 'POST', path, body),
  put: (path: string, body?: unknown) => send(account, 'PUT', path, body),
  patch: (path: string, body?: unknown) => send(account, 'PATCH', path, body),
});

/** Waits for a condition: returns the first value that is not undefined or false. Says what it waited for when it gives up. */
export const until = async <T>(what: string, look: () => Promise<T | undefined | false>, limitMs = 60_000): Promise<T> => {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`waited ${limitMs / 1000} s in vain for: ${what}`);
    await pause(100);
  }
};

/** At most so many at once: a test file may hold a hundred cases, an office does not get them in one second. */
export const atMost = (width: number) => {
  let free = width;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

/** No two of them sound alike: a search finds whoever is called something like it. */
const syllables = ['ba', 'di', 'ko', 'lu', 'me', 'na', 'ri', 'so'];
const aName = (): string => `Pro${Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => syllables[byte % 8]).join('')}`;

/** A person nobody else in this run has: no family, no earlier matter. */
export const anApplicant = (change: Record<string, unknown> = {}) => ({
  familienname: aName(),
  vornamen: 'Kim',
  geburtsdatum: '1990-05-04',
  staatsangehoerigkeiten: ['ungeklärt'],
  email: 'kim@example.org',
  ...change,
});

export type Opened = { caseId: string; aktenzeichen: string };

export const openCase = async (
  anliegen: string,
  { by = 'svc', applicant = {}, facts = {} }: { by?: string; applicant?: Record<string, unknown>; facts?: Record<string, unknown> } = {},
): Promise<Opened> => {
  const { status, body } = await as(by).post('/api/cases', { anliegen, applicant: anApplicant(applicant), facts });
  if (status !== 201) throw new Error(`the case was not opened: ${status} ${JSON.stringify(body)}`);
  return body as Opened;
};

export const readCase = async (caseId: string, by = 'sb-sg4') => {
  const { status, body } = await as(by).get(`/api/cases/${caseId}`);
  if (status !== 200) throw new Error(`${by} cannot read the case: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** The case once it fulfils the condition, seen by `by`; not routed yet counts as "not yet". */
// biome-ignore lint/suspicious/noExplicitAny: see Reply
export const caseWhen = (caseId: string, what: string, condition: (found: any) => boolean, by = 'sb-sg4', limitMs?: number) =>
  until(
    `case ${caseId}: ${what}`,
    async () => {
      const { status, body } = await as(by).get(`/api/cases/${caseId}`);
      return status === 200 && condition(body) ? body : undefined;
    },
    limitMs,
  );

/** The open task of an element, once it is there. */
export const openTask = async (caseId: string, elementId: string, by = 'sb-sg4'): Promise<string> => {
  const open = (each: { elementId: string; status: string }): boolean => each.elementId === elementId && each.status === 'offen';
  const found = await caseWhen(caseId, `task ${elementId}`, (body) => body.tasks?.some(open), by);
  return found.tasks.find(open).taskId;
};

/** Claims and completes the open task of an element, as a clerk does. */
export const complete = async (caseId: string, elementId: string, variables: Record<string, unknown>, by = 'sb-sg4'): Promise<string> => {
  const taskId = await openTask(caseId, elementId, by);
  const claimed = await as(by).post(`/api/tasks/${taskId}/claim`);
  if (claimed.status !== 200) throw new Error(`${by} could not claim ${elementId}: ${JSON.stringify(claimed.body)}`);
  const done = await as(by).post(`/api/tasks/${taskId}/complete`, { variables });
  if (done.status !== 202) throw new Error(`${by} could not complete ${elementId}: ${JSON.stringify(done.body)}`);
  return taskId;
};

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Hands a paper in. The same bytes again are the same paper. */
export const sendPaper = (caseId: string, type: string, content: string, by: string): Promise<Reply> => {
  const form = new FormData();
  form.set('type', type);
  form.set('file', new Blob([`${PDF}% ${content}\n`], { type: 'application/pdf' }), `${type.toLowerCase()}.pdf`);
  return send(by, 'POST', `/api/cases/${caseId}/documents`, form);
};

/** Hands in a paper that nobody has handed in before. */
export const upload = (caseId: string, type: string, by = 'sb-sg4'): Promise<Reply> => sendPaper(caseId, type, crypto.randomUUID(), by);

/** Moves the office's and the engine's clock forward and waits until both have gone quiet. */
export const moveClock = async (step: { add?: string; to?: string }): Promise<string> => {
  const { status, body } = await as('svc').post('/api/demo/clock', step);
  if (status !== 200 || body.quiet !== true)
    throw new Error(`the clock did not move, or the engine did not go quiet: ${status} ${JSON.stringify(body)}`);
  return body.now as string;
};

export const today = async (): Promise<Temporal.PlainDate> => Temporal.PlainDate.from((await as('svc').get('/api/me')).body.today);

export const lettersOf = (found: { letters: { type: string }[] }): string[] => found.letters.map((letter) => letter.type);
export const historyOf = (found: { history: { text: string }[] }): string[] => found.history.map((line) => line.text);

/** Mails in the catcher. */
export const mails = async (): Promise<{ messageId: string; to: string[]; subject: string; text: string }[]> => {
  const address = readRun(dataDir())?.urls.mails;
  if (!address) throw new Error('no mail catcher runs');
  return (await (await fetch(address)).json()) as { messageId: string; to: string[]; subject: string; text: string }[];
};
