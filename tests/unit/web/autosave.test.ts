import test from 'ava';
import { ApiFault, locked } from '../../../web/src/api/client.ts';

const heard = new Map<string, ((event: { preventDefault: () => void }) => void)[]>();
const listen = (name: string, listener: (event: { preventDefault: () => void }) => void): void =>
  void heard.set(name, [...(heard.get(name) ?? []), listener]);
const page = { visibilityState: 'visible', addEventListener: listen };
Object.assign(globalThis, { document: page, addEventListener: listen });
const { createAutosave } = await import('../../../web/src/api/autosave.ts');
const { beforeLock } = await import('../../../web/src/api/before-lock.ts');

type State = { kind: string; at?: string };
type Sent = { value: string; end: (fault?: unknown) => void };

const aKeeper = (more: { afterMs?: number; holds?: (key: string) => boolean; asksBeforeLeaving?: boolean } = {}) => {
  const sent: Sent[] = [];
  const gone: string[] = [];
  const keeper = createAutosave<string, State>({
    afterMs: 1,
    send: (_key, value) =>
      new Promise((resolve, reject) =>
        sent.push({ value, end: (fault) => (fault === undefined ? resolve({ kind: 'saved', at: value }) : reject(fault)) }),
      ),
    judge: (fault, passes) =>
      fault instanceof ApiFault && fault.status === 410
        ? { state: { kind: 'kept' }, gone: true }
        : { state: { kind: passes ? 'failed' : 'refused' } },
    states: { dirty: { kind: 'dirty' }, saving: { kind: 'saving' } },
    onGone: (key) => gone.push(key),
    asksBeforeLeaving: false,
    ...more,
  });
  const state = (): string | undefined => keeper.states.get().get('a')?.kind;
  return { keeper, sent, gone, state };
};
const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 1));
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test.serial('what was typed is saved a moment after the last change, once', async (t) => {
  const { keeper, sent, gone, state } = aKeeper({ afterMs: 20 });
  for (const value of ['M', 'Mu', 'Mus']) keeper.keep('a', value);
  t.is(state(), 'dirty');
  await until(() => sent.length === 1);
  t.deepEqual([sent[0]?.value, state(), keeper.unsaved('a')], ['Mus', 'saving', 'Mus']);
  sent[0]?.end();
  await until(() => state() === 'saved');
  t.deepEqual([keeper.unsaved('a'), gone], [undefined, ['a']]);
});

test.serial('what is typed while a saving runs is saved after it, never beside it', async (t) => {
  const { keeper, sent, state } = aKeeper();
  keeper.keep('a', 'eins');
  await until(() => sent.length === 1);
  keeper.keep('a', 'zwei');
  const flushes = [keeper.flush('a'), keeper.flush('a')];
  await turn();
  t.is(sent.length, 1);
  sent[0]?.end();
  await until(() => sent.length === 2);
  t.deepEqual([sent[1]?.value, keeper.unsaved('a')], ['zwei', 'zwei']);
  sent[1]?.end();
  await Promise.all(flushes);
  t.deepEqual([sent.length, state()], [2, 'saved'], 'the same value is never sent twice');
});

test.serial('an outage is tried again, a refusal is not; the words stay either way', async (t) => {
  const { keeper, sent, state } = aKeeper();
  keeper.keep('a', 'eins');
  await until(() => sent.length === 1);
  sent[0]?.end(new ApiFault(503, 'Kommt wieder.'));
  await until(() => state() === 'failed');
  t.is(keeper.unsaved('a'), 'eins');
  await until(() => sent.length === 2);
  sent[1]?.end(new ApiFault(403, 'Nicht mehr Ihre.'));
  await until(() => state() === 'refused');
  t.is(keeper.unsaved('a'), 'eins');
});

test.serial('what the server keeps otherwise is not sent again', async (t) => {
  const { keeper, sent, gone, state } = aKeeper();
  keeper.keep('a', 'eins');
  await until(() => sent.length === 1);
  sent[0]?.end(new ApiFault(410, 'Die Aufgabe ist entfallen.'));
  await until(() => state() === 'kept');
  t.deepEqual([keeper.unsaved('a'), gone], [undefined, ['a']]);
});

test.serial('a value that is held back is kept and not sent until it is let go', async (t) => {
  let held = true;
  const { keeper, sent } = aKeeper({ holds: () => held });
  keeper.keep('a', 'meine');
  await keeper.flush('a');
  await turn();
  t.deepEqual([sent.length, keeper.unsaved('a')], [0, 'meine']);
  held = false;
  void keeper.flush('a');
  await until(() => sent.length === 1);
  sent[0]?.end();
});

test.serial('dropping waits for the saving that runs, and nothing is sent after it', async (t) => {
  const { keeper, sent, gone } = aKeeper();
  keeper.keep('a', 'eins');
  await until(() => sent.length === 1);
  keeper.keep('a', 'zwei');
  let dropped = false;
  const dropping = keeper.drop('a').then(() => (dropped = true));
  await turn();
  t.false(dropped);
  sent[0]?.end();
  await dropping;
  await turn();
  t.deepEqual([sent.length, keeper.unsaved('a'), gone], [1, undefined, ['a']]);
});

test.serial('a locked screen sends nothing; locking it, leaving the tab and closing it save at once', async (t) => {
  const { keeper, sent } = aKeeper({ afterMs: 60_000, asksBeforeLeaving: true });
  locked.set(true);
  keeper.keep('a', 'eins');
  await keeper.flush('a');
  t.is(sent.length, 0);
  locked.set(false);

  for (const lock of beforeLock) void lock();
  await until(() => sent.length === 1);
  sent[0]?.end();
  await turn();
  keeper.keep('a', 'zwei');
  page.visibilityState = 'hidden';
  for (const hear of heard.get('visibilitychange') ?? []) hear({ preventDefault: () => undefined });
  await until(() => sent.length === 2);
  sent[1]?.end();
  await turn();
  keeper.keep('a', 'drei');
  let asked = 0;
  for (const hear of heard.get('beforeunload') ?? []) hear({ preventDefault: () => (asked += 1) });
  await until(() => sent.length === 3);
  t.is(asked, 1, 'the browser asks while words are not on the server');
  sent[2]?.end();
});
