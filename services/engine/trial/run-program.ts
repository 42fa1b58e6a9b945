import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';

/** `late`: it was not waited for any longer, and the program is gone. */
export type Answer = Record<string, unknown> & { late?: boolean };

type Running = { child: ChildProcess; lines: AsyncIterator<string>; exited: Promise<void>; knows: Set<string> };

const limits = {
  /** Until it can be asked: a cold start on a busy machine. */
  startMs: 60_000,
  /** The program keeps the processor's time itself; this is for one that says nothing at all any more. */
  silenceMs: 60_000,
  /** Nobody has asked for so long that its memory is better used otherwise. */
  idleMs: 120_000,
};

/** A Java that has no memory left says so on stdout, in words, and ends. */
const readAnswer = (line: string | undefined): Answer => (line?.startsWith('{') ? (JSON.parse(line) as Answer) : { late: true });

/** A table taken apart into its cells is another text to the program. */
const keyOf = ({ ask }: Record<string, unknown>, { hash }: { hash: string }): string => `${ask === 'cells' ? 'cells ' : ''}${hash}`;

/** Small: it holds some tables. A table that needs more ends the program and is too much. */
const flags = [
  '-Xmx192m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
];

/**
 * Runs Trial.java as a child, started by the first question, ended when nobody asks, when an answer is late and with us. One question at a time, because the
 * program answers in order; others wait their turn.
 */
export const createProgram = ({ java, classPath }: { java: string; classPath: string }, log: Logger) => {
  let running: Running | undefined;
  /** On its way up; whoever closes meanwhile ends it, too. */
  let starting: ChildProcess | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    starting?.kill('SIGKILL');
    const ending = running;
    running = undefined;
    if (!ending) return;
    ending.child.kill('SIGKILL');
    await ending.exited;
  };

  const nextLine = async ({ lines }: Running, limitMs: number): Promise<string | undefined> => {
    const silent = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => silent.resolve(undefined), limitMs);
    const line = await Promise.race([lines.next(), silent.promise]);
    clearTimeout(timer);
    return line === undefined || line.done ? undefined : line.value;
  };

  const start = async (): Promise<Running> => {
    const begun = performance.now();
    const child = spawn(java, [...flags, '-classpath', classPath, 'Trial'], { stdio: ['pipe', 'pipe', 'pipe'] });
    starting = child;
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    });
    // One that has just ended takes no more; its missing answer says so.
    child.stdin.on('error', () => undefined);
    const started: Running = {
      child,
      lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
      exited,
      knows: new Set(),
    };
    const ready = await nextLine(started, limits.startMs);
    starting = undefined;
    if (ready === undefined || closed) {
      child.kill('SIGKILL');
      throw new Error(`the trial program does not start: ${said}`);
    }
    log.info({ milliseconds: Math.round(performance.now() - begun) }, 'trial: the program is there');
    return started;
  };

  const ask = async (question: Record<string, unknown>, text?: { hash: string; content: string }): Promise<Answer> => {
    if (closed) throw new Error('the trial program is closed');
    running ??= await start();
    const asked = running;
    // The text of a table is told once: hundreds of questions follow.
    const known = text !== undefined && asked.knows.has(keyOf(question, text));
    const line = { ...question, ...(text ? { hash: text.hash } : {}), ...(text && !known ? { content: text.content } : {}) };
    asked.child.stdin?.write(`${JSON.stringify(line)}\n`);
    const answered = await nextLine(asked, limits.silenceMs);
    const answer = readAnswer(answered);
    if (answer.late === true) {
      log.warn({ ask: question.ask }, 'trial: an answer was too long in coming');
      await end();
      return answer;
    }
    if (answer.unknown === true && text) {
      asked.knows.delete(keyOf(question, text));
      return ask(question, text);
    }
    if (text) asked.knows.add(keyOf(question, text));
    return answer;
  };

  return {
    ask: (question: Record<string, unknown>, text?: { hash: string; content: string }): Promise<Answer> => {
      clearTimeout(idle);
      const mine = turn
        .catch(() => undefined)
        .then(() => ask(question, text))
        .finally(() => {
          clearTimeout(idle);
          idle = setTimeout(() => void end(), limits.idleMs).unref();
        });
      turn = mine;
      return mine;
    },
    /** For tests: whether something runs. */
    pid: (): number | undefined => running?.child.pid,
    close: async (): Promise<void> => {
      closed = true;
      await end();
    },
  };
};
