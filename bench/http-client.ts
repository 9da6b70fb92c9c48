import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { householdAt } from './register-store.ts';

/**
 * Asks a server for random households over so many connections, each asking again as soon as it is
 * answered, or after a pause (in milliseconds), and prints what came of it as JSON. A process of its own, and as plain as can be, so
 * that the asking neither waits for the server's thread nor takes much of the machine.
 *
 *     node bench/http-client.ts port path cookie connections seconds households [pause]
 */
export type Load = { requests: number; failed: number; seconds: number; latencies: number[] };

const [port = '0', path = '/', cookie = '', connections = '1', seconds = '1', households = '1'] =
  process.argv.slice(2);
const PAUSE_MS = Number(process.argv[8] ?? 0);

const HEADERS_END = '\r\n\r\n';
const latencies: number[] = [];
let failed = 0;

async function askUntil(end: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true });
  const answered = answersOf(socket);
  if (PAUSE_MS > 0) await pause(Math.random() * PAUSE_MS);
  while (performance.now() < end) {
    const { county, id } = householdAt(Math.floor(Math.random() * Number(households)));
    const began = performance.now();
    socket.write(
      `GET ${path}/${county}/${id} HTTP/1.1\r\nHost: bench\r\nCookie: ${cookie}${HEADERS_END}`,
    );
    const { value: status } = await answered.next();
    if (status !== 200) failed += 1;
    latencies.push(performance.now() - began);
    if (PAUSE_MS > 0) await pause(PAUSE_MS);
  }
  socket.destroy();
}

/** The status of one answer after the other; each says its length, as Fastify's do. */
async function* answersOf(socket: Socket): AsyncGenerator<number, void> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const head = received.indexOf(HEADERS_END);
    if (head < 0) continue;
    const headers = received.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(headers)?.[1] ?? 0);
    if (received.length < head + HEADERS_END.length + length) continue;
    received = received.subarray(head + HEADERS_END.length + length);
    yield Number(headers.slice(9, 12));
  }
}

const began = performance.now();
const end = began + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(connections) }, async () => await askUntil(end)));
const load: Load = {
  requests: latencies.length,
  failed,
  seconds: (performance.now() - began) / 1000,
  latencies: latencies.map((ms) => Math.round(ms * 100) / 100),
};
process.stdout.write(JSON.stringify(load));
