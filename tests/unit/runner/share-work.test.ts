import test from 'ava';
import { type Piece, piecesOf, shareWork } from '../../support/runner/share-work.ts';
import { filesOf, type Lane, type Suite, suites } from '../../support/runner/suites.ts';

const suite = (name: string, lane: Lane, oneByOne = false): Suite => ({
  name,
  lane,
  ground: 'lotse',
  files: '',
  filesAtOnce: 1,
  timeout: '1m',
  oneByOne,
});
const walks = suite('walks', 'office');
const clock = suite('clock', 'office', true);
const unit = suite('unit', 'beside');
const crash = suite('crash', 'beside', true);
const files = (name: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${name}${index}`);

type Step = { file: string; lane: Lane; from: number; helps: boolean };
/** Plays a run: the lane that is free first takes its next piece. Gives each step and when each lane ends. */
const play = (pieces: Record<Lane, Piece[]>, secondsOf: (file: string) => number) => {
  const work = shareWork(pieces);
  const at: Record<Lane, number> = { office: 0, beside: 0 };
  const steps: Step[] = [];
  const open = new Set<Lane>(['office', 'beside']);
  while (open.size > 0) {
    const lane = [...open].reduce((one, other) => (at[other] < at[one] ? other : one));
    const taken = work(lane);
    if (!taken) {
      open.delete(lane);
      continue;
    }
    for (const file of taken.files) {
      steps.push({ file, lane, from: at[lane], helps: taken.helps });
      at[lane] += secondsOf(file);
    }
  }
  return { steps, at };
};
const plan = (): Record<Lane, Piece[]> => ({
  office: [...piecesOf({ suite: walks, files: files('walk', 3) }), ...piecesOf({ suite: clock, files: files('clock', 6) })],
  beside: [...piecesOf({ suite: unit, files: files('unit', 2) }), ...piecesOf({ suite: crash, files: files('crash', 4) })],
});

test('every file goes once, whichever lane has more to do', (t) => {
  for (const long of ['walk', 'clock', 'unit', 'crash', 'none']) {
    const { steps, at } = play(plan(), (file) => (file.startsWith(long) ? 100 : 10));
    t.deepEqual(steps.map(({ file }) => file).sort(), [
      ...files('clock', 6),
      ...files('crash', 4),
      ...files('unit', 2),
      ...files('walk', 3),
    ]);
    if (long !== 'walk' && long !== 'unit') t.true(Math.abs(at.office - at.beside) <= 200, `${long}: ${JSON.stringify(at)}`);
  }
});

test('a lane without work takes the last of the other’s files that go in any office, and never what comes before them', (t) => {
  const { steps } = play(plan(), (file) => (file.startsWith('unit') ? 500 : 10));
  const helped = steps.filter(({ helps }) => helps);
  t.deepEqual(
    helped.map(({ file }) => file),
    ['crash3', 'crash2', 'crash1'],
  );
  t.true(helped.every(({ lane }) => lane === 'office'));
  t.true(steps.filter(({ file }) => /walk|unit/.test(file)).every(({ helps }) => !helps));
});

test('no test file is left out of the suites or in two of them', (t) => {
  const all = suites.flatMap((each) => filesOf(each, []));
  t.is(new Set(all).size, all.length);
  t.deepEqual(all.toSorted(), filesOf({ ...walks, files: 'tests/**/*.test.ts' }, []).toSorted());
});
