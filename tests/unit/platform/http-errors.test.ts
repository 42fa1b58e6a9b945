import test from 'ava';
import { Conflict, Forbidden, Gone, Invalid, NotFound, SignInNeeded, TooLarge, Unavailable } from '../../../services/platform/errors.ts';
import { describeFailure } from '../../../services/platform/http-errors.ts';

for (const [error, status] of [
  [new Invalid('x'), 400],
  [new SignInNeeded(), 401],
  [new Forbidden('x'), 403],
  [new NotFound(), 404],
  [new Conflict('x'), 409],
  [new Gone('x'), 410],
  [new TooLarge('x'), 413],
  [new Unavailable('x'), 503],
] as const)
  test(`${error.name} is answered with ${status}`, (t) => {
    const { body, unexpected } = describeFailure(error);
    t.is(body.statusCode, status);
    t.is(body.message, error.message);
    t.false(unexpected);
  });

test('details are passed on', (t) => {
  t.deepEqual(describeFailure(new Conflict('x', { by: 'sb-sg4' })).body.details, { by: 'sb-sg4' });
});

for (const error of [
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  Object.assign(new Error('could not extend file'), { code: '53100' }),
  new Error('Connection terminated unexpectedly'),
  new Error('COMMIT; - Client has encountered a connection error and is not queryable'),
  new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
])
  test(`the database gone (${error.message || error.name}) is a 503 that says when to come back`, (t) => {
    const { body, headers } = describeFailure(error);
    t.is(body.statusCode, 503);
    t.is(headers['retry-after'], '5');
  });

test('a mistake of ours is a 500 that tells nothing and is logged', (t) => {
  const { body, unexpected } = describeFailure(
    Object.assign(new Error('null value in column "familienname"'), { code: '23502', details: 'x' }),
  );
  t.deepEqual(Object.keys(body), ['statusCode', 'error', 'message']);
  t.is(body.statusCode, 500);
  t.false(body.message.includes('familienname'));
  t.true(unexpected);
});
