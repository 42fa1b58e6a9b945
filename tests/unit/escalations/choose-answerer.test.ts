import test from 'ava';
import { chooseAnswerer } from '../../../services/escalations/choose-answerer.ts';

// A Monday; Thursday the 4th is Fronleichnam.
const today = Temporal.PlainDate.from('2026-06-01');
const hint = (grund: string, an: string, fristAT: number, vierAugen = false) => ({ grund, an, fristAT, vierAugen });
const choose = (hints: ReturnType<typeof hint>[], wishedBy: string | null = null, section = 'SG1') => {
  const { role, due, fourEyes } = chooseAnswerer(hints, { section, today, wishedBy });
  return { role, due: due.toString(), fourEyes };
};

test('without a reason in the table the own section answers within three working days', (t) => {
  t.deepEqual(choose([]), { role: 'rsb-sg1', due: '2026-06-05', fourEyes: false });
});

test('the shortest time wins, whatever the order, and a second pair of eyes is asked for if any row does', (t) => {
  const rows = [hint('Ermessen', 'rsb-sg', 5, true), hint('Untätigkeit', 'sgl', 1), hint('Identität', 'rsb-sg4', 5)];
  t.deepEqual(choose(rows), { role: 'sgl-sg1', due: '2026-06-02', fourEyes: true });
  t.deepEqual(choose(rows.reverse()), { role: 'sgl-sg1', due: '2026-06-02', fourEyes: true });
});

test('groups: own section, a named one, the first of two', (t) => {
  t.is(choose([hint('a', 'rsb-sg', 2)], null, 'SG4').role, 'rsb-sg4');
  t.is(choose([hint('a', 'rsb-sg2', 2)]).role, 'rsb-sg2');
  t.is(choose([hint('a', 'rsb-sg + wm', 2)]).role, 'rsb-sg1');
  t.is(choose([hint('a', 'al', 2)]).role, 'al');
});

test('a nearer day the asker wishes for counts, a later or past one does not', (t) => {
  t.is(choose([], '2026-06-02').due, '2026-06-02');
  t.is(choose([], '2026-06-09').due, '2026-06-05');
  t.is(choose([], '2026-05-20').due, '2026-06-05');
});
