/**
 * A batch import of a million acts, in one transaction: how long the sequencer takes to put them
 * into the log (≤ 20 s) and how long the check of the whole log takes (≤ 60 s), with the most
 * memory this process used; and what an idle run and one more act cost in a log of that size.
 *
 *     node bench/audit-log.ts [acts]
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sequence } from '../src/platform/server/audit/sequencer.ts';
import { newAct, newSigner, START } from '../src/platform/server/audit/testing/log-model.ts';
import { verifyLog } from '../src/platform/server/audit/verify-log.ts';
import { connect, type Sql } from '../src/platform/server/database/connect.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';
import { stateFigure } from './figure.ts';

const ACTS = Number(process.argv[2] ?? 1_000_000);
const MINUTE_MS = 60_000;
const signer = newSigner();

function copyText(value: Buffer | object | string | number | null): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(
    '\\',
    '\\\\',
  );
}

async function copyActs(owner: Sql, count: number, at: number): Promise<void> {
  const columns = Object.keys(newAct(at, 0));
  await owner.begin(async (tx) => {
    await tx`select app_enter_scope('0', ':')`;
    const copy = await tx`copy act (${tx(columns)}) from stdin`.writable();
    for (let from = 0; from < count; from += 500) {
      const lines = Array.from({ length: Math.min(500, count - from) }, (_, index) =>
        Object.values<Buffer | object | string | number | null>(
          newAct(at + ((from + index) % 1000), from + index),
        )
          .map(copyText)
          .join('\t'),
      );
      if (!copy.write(`${lines.join('\n')}\n`)) await once(copy, 'drain');
    }
    copy.end();
    await once(copy, 'finish');
  });
}

async function timed<Value>(
  what: string,
  work: () => Promise<Value>,
  mostSeconds?: number,
): Promise<Value> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const begun = performance.now();
  const cpuBegun = process.cpuUsage();
  const value = await work();
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpuBegun);
  const cpu = ((user + system) / 1e6).toFixed(2);
  const memory = Math.round(Math.max(most, process.memoryUsage.rss()) / 2 ** 20);
  console.log(`${what}: ${seconds.toFixed(2)} s (${cpu} s of it computing here), ${memory} MiB`);
  if (mostSeconds !== undefined)
    stateFigure({
      figure: `${what}, ${ACTS} acts`,
      value: seconds,
      unit: 's',
      atMost: mostSeconds,
    });
  return value;
}

const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
const cluster = await startEmbedded({ dataFolder: folder, database: 'audit_log' });
const owner = connect(cluster.target, { max: 2 });
const app = connect(cluster.target, { role: 'mingbai_app', max: 2 });
const run = async (at: number): Promise<number | undefined> =>
  await app.begin(
    async (tx) =>
      (await sequence(tx, { signer, now: new Date(at).toISOString() })).checkpoint?.size,
  );

try {
  await migrate(owner);
  await timed(`writing ${ACTS} acts`, async () => await copyActs(owner, ACTS, START));
  await timed('sequencing them', async () => await run(START + MINUTE_MS), 20);
  await timed('an idle run', async () => await run(START + MINUTE_MS));
  await copyActs(owner, 1, START + MINUTE_MS);
  await timed('one act more', async () => await run(START + 2 * MINUTE_MS));
  const verdict = await timed(
    'checking the whole log',
    async () => await verifyLog(app, { verifier: signer }),
    60,
  );
  console.log({ ok: verdict.ok, size: verdict.size, problems: verdict.problemCount });
} finally {
  await Promise.all([owner.end(), app.end()]);
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
