import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';

/** What goes over one connection: the pieces, the pause between them, and how the client leaves. */
export type Framing = { pieces: string[]; pauseMs: number; leave: 'wait' | 'end' | 'reset' };

const bodies = [
  '{"anliegen":"DULDUNG","applicant":{},"facts":{}}',
  '{"a":1}',
  '{"variables":',
  '',
  '\0\0\0',
  '5\r\nhello\r\n0\r\n\r\n',
  '5\r\nhel',
  'zz\r\nhello\r\n0\r\n\r\n',
  '-1\r\n{}\r\n',
  'ffffffffffffffffff\r\n{}',
  `5;${'x'.repeat(20_000)}\r\nhello\r\n`,
  '2\r\n{}XX0\r\n\r\n',
  '0\r\nx: y\r\n',
  '--x\r\ncontent-disposition: form-data; name="type"\r\n\r\nPASS\r\n--x',
  'GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n',
  'NOTHING AT ALL\r\n\r\n',
];

const request = (token: string): fc.Arbitrary<string> =>
  fc
    .record({
      line: fc.constantFrom(
        'POST /api/cases HTTP/1.1',
        'POST /api/tasks/0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11/claim HTTP/1.1',
        'PUT /api/tasks/0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11/draft HTTP/1.1',
        'POST /api/cases/0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11/documents HTTP/1.1',
        'POST /mein/antrag/duldung/unterlagen HTTP/1.1',
        'GET /api/events HTTP/1.1',
        'GET /api/cases HTTP/1.1',
        'POST /api/cases HTTP/9.9',
        'POST  HTTP/1.1',
        'BREW /api/cases HTTP/1.1',
        'POST /api/cases?%ff HTTP/1.1',
      ),
      host: fc.constantFrom('host: localhost', 'host: localhost', 'host: localhost', '', 'host: a\r\nhost: b', 'host : x', 'host: a\0b'),
      type: fc.constantFrom(
        'content-type: application/json',
        'content-type: application/json',
        'content-type: multipart/form-data; boundary=x',
        'content-type: ',
        'content-type: application/json;;;charset=',
      ),
      connection: fc.constantFrom(
        'connection: close',
        'connection: close',
        'connection: keep-alive',
        'connection: upgrade\r\nupgrade: h2c',
        '',
      ),
      length: fc.oneof(
        fc.integer({ min: 0, max: 80 }).map((length) => `content-length: ${length}`),
        fc.constantFrom(
          'content-length: -1',
          'content-length: +5',
          'content-length: 0x10',
          'content-length: 5\r\ncontent-length: 6',
          'content-length: 99999999999999999999',
          'content-length: 300000000',
          'transfer-encoding: chunked',
          'transfer-encoding: chunked',
          'transfer-encoding: chunked\r\ncontent-length: 5',
          'transfer-encoding: gzip, chunked\r\ncontent-encoding: gzip',
          'transfer-encoding: xchunked',
          'transfer-encoding: chunked\r\nexpect: 100-continue',
          'content-length: 12\r\nexpect: 100-continue',
          'content-length: 12\r\ncontent-encoding: gzip',
          '',
        ),
      ),
      odd: fc.constantFrom('', '', '', '', 'x', ' folded: yes', `x-long: ${'x'.repeat(20_000)}`, 'x: \x7f\r\ny', ': empty'),
      body: fc.constantFrom(...bodies),
    })
    .map(({ line, host, type, connection, length, odd, body }) =>
      [line, host, `authorization: Bearer ${token}`, type, connection, length, odd]
        .filter((each) => each !== '')
        .concat('', body)
        .join('\r\n'),
    );

const cutAt = (text: string, places: readonly number[]): string[] => {
  // The body's beginning is where the framework's own answer raced: most cuts lie there.
  const body = text.indexOf('\r\n\r\n') + 4;
  const cuts = places.map((place) => (place < 0 ? body : Math.floor(place * text.length))).sort((a, b) => a - b);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index])).filter((each) => each !== '');
};

/** Broken ways of sending requests with a token that counts. The same seed gives the same ones. */
export const brokenFramings = (token: string, count: number, seed: number): Framing[] =>
  fc.sample(
    fc
      .record({
        text: fc.array(request(token), { minLength: 1, maxLength: 2 }).map((requests) => requests.join('')),
        cuts: fc.array(fc.oneof(fc.constant(-1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 3 }),
        pauseMs: fc.integer({ min: 0, max: 3 }),
        leave: fc.constantFrom('wait', 'wait', 'end', 'reset') as fc.Arbitrary<Framing['leave']>,
      })
      .map(({ text, cuts, pauseMs, leave }) => ({ pieces: cutAt(text, cuts), pauseMs, leave })),
    { numRuns: count, seed },
  );

/** The one that ended the process: a length shorter than the body, the rest a moment later, on a connection that is to be closed. */
export const shortLength = (token: string, path = '/api/cases', length = 10): Framing => ({
  pieces: [
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`,
    bodies[0] ?? '',
  ],
  pauseMs: 1,
  leave: 'wait',
});

const listenMs = 150;

/** Sends one; returns all that came back within a moment. The connection is gone afterwards. */
export const sendFraming = async (port: number, { pieces, pauseMs, leave }: Framing, waitMs = listenMs): Promise<string> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  for (const piece of pieces) {
    socket.write(piece, 'latin1');
    if (pauseMs > 0) await pause(pauseMs);
  }
  if (leave === 'end') socket.end();
  if (leave === 'reset') socket.resetAndDestroy();
  await Promise.race([closed, pause(waitMs)]);
  socket.destroy();
  return heard;
};
