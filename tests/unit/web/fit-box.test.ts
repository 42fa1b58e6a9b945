import test from 'ava';
import { fitBox, outside, tallEnough, zoomFor } from '../../../web/src/bpmn/fit-box.ts';

const canvas = { width: 1000, height: 400 };
const contains = (outer: { x: number; width: number }, inner: { x: number; width: number }): boolean =>
  outer.x <= inner.x && outer.x + outer.width >= inner.x + inner.width;

test('a drawing that fits is shown whole, never larger than drawn', (t) => {
  const drawing = { x: 100, y: 100, width: 500, height: 200 };
  const box = fitBox(drawing, canvas, 0.5);
  t.true(contains(box, drawing));
  t.is(canvas.width / box.width, 1);
});

test('a long drawing shrinks to the width of the canvas', (t) => {
  const drawing = { x: 0, y: 0, width: 1500, height: 200 };
  t.true(contains(fitBox(drawing, canvas, 0.5), drawing));
});

test('one that would be unreadable starts at its left edge, or where something is going on, and never shows emptiness beyond its end', (t) => {
  const drawing = { x: 0, y: 0, width: 4000, height: 200 };
  const start = fitBox(drawing, canvas, 0.5);
  t.is(canvas.width / start.width, 0.5);
  t.true(start.x < 0 && start.x > -100);
  const focus = { x: 2000, y: 50, width: 100, height: 80 };
  const around = fitBox(drawing, canvas, 0.5, focus);
  t.true(contains(around, focus));
  const end = fitBox(drawing, canvas, 0.5, { x: 3950, y: 50, width: 36, height: 36 });
  t.true(end.x + end.width < 4000 + 200);
  t.true(contains(end, { x: 3950, width: 50 }));
});

test('the canvas is as tall as the drawing needs at its width', (t) => {
  t.true(tallEnough({ width: 2000, height: 300 }, 1400, 0.5) < 300);
  t.true(tallEnough({ width: 1400, height: 770 }, 1400, 0.5) > 700);
});

test('what lies beyond the edges is known, on each side', (t) => {
  const drawing = { x: 0, y: 0, width: 4000, height: 200 };
  const at = (x: number) => outside(drawing, { x, y: 0, width: 1000, height: 300 });
  t.deepEqual(at(-20), { left: false, right: true });
  t.deepEqual(at(1500), { left: true, right: true });
  t.deepEqual(at(3020), { left: true, right: false });
  t.deepEqual(outside(drawing, { x: -100, y: 0, width: 4200, height: 300 }), { left: false, right: false });
});

test('changes far apart are shown together, as small as they can still be told', (t) => {
  const size = { width: 1000, height: 400 };
  t.is(zoomFor({ width: 100, height: 80 }, size, 0.3, 0.7), 0.7);
  const apart = zoomFor({ width: 2000, height: 80 }, size, 0.3, 0.7);
  t.true(apart < 0.5 && apart >= 0.3 && 2000 * apart < 1000);
  t.is(zoomFor({ width: 9000, height: 80 }, size, 0.3, 0.7), 0.3);
});
