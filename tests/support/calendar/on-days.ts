import { randomUUID } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { registerSharedWorker } from 'ava/plugin';
import type { Answer, Ask } from './shared-calendar.ts';

const worker = registerSharedWorker<Ask | Answer>({
  filename: new URL('./shared-calendar.ts', import.meta.url),
  supportedProtocols: ['ava-4'],
});

const ask = async (message: Ask): Promise<void> => {
  await worker.available;
  for await (const { data } of worker.publish(message).replies()) {
    const { fault } = data as Answer;
    if (fault) throw new Error(fault);
    return;
  }
};

/** Resolves in the morning of that day, when all that was due before it is done. */
export type UntilDay = (day: Temporal.PlainDate) => Promise<void>;

/** The office's clock stands still from here until all who have joined wait for a day, or have left. */
export const joinCalendar = async (): Promise<{ untilDay: UntilDay; leave(): Promise<void> }> => {
  const who = randomUUID();
  await ask({ what: 'join', who });
  return { untilDay: (day) => ask({ what: 'until', who, day: day.toString() }), leave: () => ask({ what: 'leave', who }) };
};

/** A test that waits for days of the office. All such tests run side by side, those of other files, too. */
export const onDays = (title: string, work: (t: ExecutionContext, untilDay: UntilDay) => Promise<void>): void =>
  test(title, async (t) => {
    const { untilDay, leave } = await joinCalendar();
    try {
      await work(t, untilDay);
    } finally {
      await leave();
    }
  });
