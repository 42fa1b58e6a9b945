import test from 'ava';
import { createLog } from '../../../services/platform/log.ts';

const write = (log: (logger: ReturnType<typeof createLog>) => void): string => {
  let out = '';
  log(createLog({ level: 'trace', name: 'test' }, { write: (line) => (out += line) }));
  return out;
};

test('secrets and what people wrote are blotted out, one level deep too', (t) => {
  const out = write((log) => log.info({ password: 'canary', body: { applicant: 'canary', token: 'canary' }, caseId: 'c1' }, 'x'));
  t.false(out.includes('canary'));
  t.true(out.includes('c1'));
});

test('an error of the database is told without the values it quotes', (t) => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "persons_pkey"'), {
    code: '23505',
    detail: 'Key (familienname)=(Canary) already exists.',
    where: 'Canary',
  });
  const out = write((log) => log.error({ err: error }, 'x'));
  t.false(out.includes('Canary'));
  t.true(out.includes('23505'));
});

test('the time stands as ISO text', (t) => {
  t.regex(
    write((log) => log.info('x')),
    /"time":"\d{4}-\d\d-\d\dT/,
  );
});
