// ava runs this once for all test files of a run that move the clock: their calendar.
import type { SharedWorker } from 'ava/plugin';
import { moveClock } from '../office.ts';
import { createCalendar } from './create-calendar.ts';

export type Ask = { what: 'join' | 'leave'; who: string } | { what: 'until'; who: string; day: string };
export type Answer = { fault?: string };

const calendar = createCalendar((day) => moveClock({ to: day }));

const obey = async (ask: Ask): Promise<Answer> => {
  try {
    if (ask.what === 'until') await calendar.until(ask.who, ask.day);
    else await calendar[ask.what](ask.who);
    return {};
  } catch (error) {
    return { fault: (error as Error).message };
  }
};

/** A file that ends early leaves nobody behind for whom the clock would stand still. */
const hear = async (file: SharedWorker.TestWorker<Ask | Answer>): Promise<void> => {
  const there = new Set<string>();
  file.teardown(() => there.forEach(calendar.leave));
  for await (const message of file.subscribe()) {
    const ask = message.data as Ask;
    if (ask.what === 'leave') there.delete(ask.who);
    else there.add(ask.who);
    void obey(ask).then((answer) => message.reply(answer));
  }
};

const run: SharedWorker.Factory = async ({ negotiateProtocol }) => {
  const protocol = negotiateProtocol<Ask | Answer>(['ava-4']);
  protocol.ready();
  for await (const file of protocol.testWorkers()) void hear(file);
};

export default run;
