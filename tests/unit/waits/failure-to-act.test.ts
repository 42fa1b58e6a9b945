// Plays tests/law/untaetigkeit.md: what happens, and which matters are applications for a decision.
import { readFileSync } from 'node:fs';
import test from 'ava';
import { rowsOf } from '../../../services/office/index.ts';
import { failureToAct } from '../../../services/waits/index.ts';

const text = readFileSync(new URL('../../law/untaetigkeit.md', import.meta.url), 'utf8');

/** Rows of the table under a headline, without its head. */
const tableUnder = (headline: string): string[][] => {
  const part = text.split(/^## /m).find((each) => each.startsWith(headline)) ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

const cases = tableUnder('What happens');
const matters = tableUnder('Which matters');

for (const [name = '', anliegen = '', received = '', today = '', besides, shown, stage] of cases)
  test(name, (t) => {
    const found = {
      anliegen,
      // Shortly after midnight at the office, which is the day before in UTC.
      receivedAt: new Date(`${received}T00:30:00+01:00`),
      renewalOf: besides === 'of office' ? 'another' : null,
      closedAt: besides === 'closed' ? new Date(`${received}T20:00:00Z`) : null,
    };
    const expected = shown === '–' ? null : { until: shown, stage };
    t.deepEqual(failureToAct(found, besides === 'notified', Temporal.PlainDate.from(today)), expected as never);
  });

test('every matter has a row with its reason, and the office’s list says the same', (t) => {
  t.true(cases.length > 10);
  const says = new Map(matters.map(([code = '', shown]) => [code, shown]));
  for (const { code, aufAntrag } of rowsOf('anliegen'))
    t.is(
      says.get(code),
      aufAntrag ? 'yes' : 'no',
      `${code}: tests/law/untaetigkeit.md says why it is an application for a decision or none`,
    );
  t.is(says.size, rowsOf('anliegen').length, 'a row for what the office does not know');
  t.deepEqual(
    matters.filter(([, , why]) => !why),
    [],
  );
});
