import { connect } from 'node:net';
import fc from 'fast-check';
import { openStage } from './stage.ts';

export type RawOutcome = {
  connections: number;
  seed: number;
  /** First lines of the answers, without their reasons, and connections that were closed in silence. */
  answers: Record<string, number>;
  slowestMs: number;
  complaints: string[];
  seconds: number;
};

const TOO_SLOW_MS = 5_000;

const starts = [
  'GET / HTTP/1.1\r\nhost: x\r\n',
  'GET /api/households HTTP/1.1\r\nhost: x\r\n',
  'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n',
  'GET /health HTTP/1.0\r\n',
  'GET /health HTTP/9.9\r\nhost: x\r\n',
  'GET  /health  HTTP/1.1\r\nhost: x\r\n',
  'get /health http/1.1\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n',
  'TRACE / HTTP/1.1\r\nhost: x\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: x\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n`,
  'GET /api/../../etc/passwd HTTP/1.1\r\nhost: x\r\n',
  'GET /\u0000 HTTP/1.1\r\nhost: x\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  '',
];
const headers = [
  'content-length: 5\r\n',
  'content-length: -1\r\n',
  'content-length: 99999999999999999999\r\n',
  'content-length: 5\r\ncontent-length: 6\r\n',
  'transfer-encoding: chunked\r\n',
  'transfer-encoding: chunked\r\ncontent-length: 5\r\n',
  'transfer-encoding: identity, chunked\r\n',
  'connection: upgrade\r\nupgrade: h2c\r\n',
  'expect: 100-continue\r\n',
  `x: ${'y'.repeat(30_000)}\r\n`,
  'x : y\r\n',
  ': empty\r\n',
  'x: a\rb\r\n',
  'x: \u0000\r\n',
  ' folded\r\n',
  'host: a\r\nhost: b\r\n',
];
const bodies = [
  '',
  '\r\n',
  '{}',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  '\u0000\u0000',
];

const wire = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...headers), { maxLength: 3 }),
      fc.constantFrom('\r\n', '\n', ''),
      fc.constantFrom(...bodies),
    )
    .map(([start, lines, end, body]) =>
      Buffer.from(`${start}${lines.join('')}${end}${body}`, 'latin1'),
    ),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
);

/**
 * Bytes that are no HTTP, or nearly, on a connection of its own each: the server answers with a
 * refusal or hangs up, and goes on serving others.
 */
export async function sendRawBytes(options: {
  connections: number;
  seed: number;
  /** The control: whatever is asked fails. */
  failing?: boolean;
}): Promise<RawOutcome> {
  const began = performance.now();
  const stage = await openStage();
  if (options.failing === true)
    stage.app.server.prependListener('request', (_request, response) => {
      response.writeHead(500).end();
    });
  const outcome: Omit<RawOutcome, 'seconds'> = {
    ...options,
    answers: {},
    slowestMs: 0,
    complaints: [],
  };
  try {
    const address = await stage.app.listen({ host: '127.0.0.1', port: 0 });
    const port = Number(new URL(address).port);
    for (const bytes of fc.sample(wire, { seed: options.seed, numRuns: options.connections })) {
      const sent = performance.now();
      const answer = await exchange(port, bytes);
      const ms = performance.now() - sent;
      outcome.answers[answer] = (outcome.answers[answer] ?? 0) + 1;
      outcome.slowestMs = Math.max(outcome.slowestMs, Math.round(ms));
      const isBad = answer.startsWith('HTTP/1.1 5') && !answer.endsWith('505');
      if (isBad || ms > TOO_SLOW_MS)
        outcome.complaints.push(
          `${answer} after ${Math.round(ms)} ms: ${JSON.stringify(bytes.toString('latin1').slice(0, 200))}`,
        );
    }
    const alive = await fetch(`${address}/api/demonstration/accounts`);
    if (alive.status >= 500) outcome.complaints.push('does not serve others any more');
    outcome.complaints.push(...stage.faults);
  } finally {
    await stage.close();
  }
  return { ...outcome, seconds: Math.round((performance.now() - began) / 1000) };
}

/** Sends, says that nothing more will come, and waits for the first line or the end. */
async function exchange(port: number, bytes: Buffer): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const finish = (): void => {
      socket.destroy();
      resolve(/^HTTP\/1\.1 \d{3}/.exec(text)?.[0] ?? 'closed without a word');
    };
    socket.setTimeout(TOO_SLOW_MS + 1_000, finish);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', finish);
    socket.on('close', finish);
    socket.end(bytes);
  });
}
