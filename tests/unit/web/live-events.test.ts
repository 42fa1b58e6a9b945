import { QueryClient, QueryObserver } from '@tanstack/preact-query';
import test from 'ava';
import { readerOf } from '../../../web/src/api/live-events.ts';

/** A query that somebody looks at, and what it is asked: each reading ends when the test says so. */
const aView = () => {
  const client = new QueryClient();
  const readings: { end: (value: number) => void; stopped: () => boolean }[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['case', '1'],
    queryFn: ({ signal }) => new Promise<number>((resolve) => readings.push({ end: resolve, stopped: () => signal.aborted })),
  });
  const unsubscribe = observer.subscribe(() => undefined);
  const stop = (): void => {
    unsubscribe();
    client.clear();
  };
  return { readings, readAgain: readerOf(client), stop, value: () => observer.getCurrentResult().data };
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('events that come faster than a slow server answers do not keep a view from its answer', async (t) => {
  const { readings, readAgain, stop, value } = aView();
  readings[0]?.end(0);
  await turn();
  for (let event = 0; event < 20; event += 1) readAgain({ queryKey: ['case'] });
  await turn();
  t.is(readings.length, 2, 'one reading under way');
  t.false(readings[1]?.stopped());
  readings[1]?.end(1);
  await turn();
  t.is(value(), 1, 'its answer is shown');
  t.is(readings.length, 3, 'and read once more, for what came meanwhile');
  readings[2]?.end(2);
  await turn();
  t.is(value(), 2);
  t.is(readings.length, 3);
  stop();
});

test('what was being read for the first time when an event came is read again, too', async (t) => {
  const { readings, readAgain, stop, value } = aView();
  readAgain({ queryKey: ['case'] });
  readings[0]?.end(1);
  await turn();
  t.is(readings.length, 2);
  readings[1]?.end(2);
  await turn();
  t.is(value(), 2);
  stop();
});
