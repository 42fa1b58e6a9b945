import test from 'ava';
import type { Instance } from '../../../services/casefile/answers.ts';
import { calledFrom, chooseInstance, pathTo } from '../../../web/src/cases/instances.ts';
import { timeSince } from '../../../web/src/map/time-since.ts';

const instance = (instanceKey: string, parentKey: string | null, state: Instance['state'], calledBy: string | null = null): Instance => ({
  instanceKey,
  parentKey,
  calledBy,
  processId: instanceKey,
  version: 1,
  name: instanceKey,
  state,
  startedAt: '',
  endedAt: null,
  elements: [
    {
      elementId: 'step',
      name: '',
      type: 'userTask',
      event: null,
      state: state === 'active' ? 'active' : 'completed',
      count: 1,
      activatedAt: null,
      endedAt: null,
    },
  ],
  taken: [],
  incidents: [],
});

const running = [
  instance('vorgang', null, 'active'),
  instance('eingang', 'vorgang', 'completed', 'call_Eingang'),
  instance('duldung', 'vorgang', 'active', 'call_Verfahren'),
  instance('vollstaendigkeit', 'duldung', 'active', 'call_Voll'),
];

test('a case opens at the innermost process at work, with the way there', (t) => {
  const shown = chooseInstance(running);
  t.is(shown?.instanceKey, 'vollstaendigkeit');
  t.deepEqual(shown && pathTo(running, shown).map((each) => each.instanceKey), ['vorgang', 'duldung', 'vollstaendigkeit']);
});

test('a closed case opens at its procedure, though a renewal is booked beside it', (t) => {
  const closed = [
    ...running.slice(0, 3).map((each) => instance(each.instanceKey, each.parentKey, 'completed')),
    instance('verlaengerung', null, 'active'),
  ];
  t.is(chooseInstance(closed)?.instanceKey, 'duldung');
  t.is(chooseInstance([]), undefined);
});

test('a step done twice has called twice', (t) => {
  const [root] = running;
  const again = instance('eingang-2', 'vorgang', 'active', 'call_Eingang');
  t.deepEqual(root && calledFrom([...running, again], root, 'call_Eingang').map((each) => each.instanceKey), ['eingang', 'eingang-2']);
});

test('how long something has taken, in the largest unit that fits', (t) => {
  const words = { now: 'eben', minutes: (n: number) => `${n} min`, hours: (n: number) => `${n} h`, days: (n: number) => `${n} d` };
  const since = (text: string): string => timeSince(text, '2026-06-10T12:00:00Z', words);
  t.is(since('2026-06-10T11:59:40Z'), 'eben');
  t.is(since('2026-06-10T11:15:00Z'), '45 min');
  t.is(since('2026-06-09T12:00:00Z'), '24 h');
  t.is(since('2026-06-05T12:00:00Z'), '5 d');
  t.is(since('2026-06-11T12:00:00Z'), 'eben');
});
