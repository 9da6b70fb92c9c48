/**
 * One piece of a benchmark in a process of its own, so that its memory is that of the piece alone.
 * Takes an order as JSON, says a line of JSON for each phase, and at the end how it went.
 */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { importFiles } from '../src/features/intake/server/index.ts';
import { SealedFile, type StoredFile } from '../src/features/intake/server/sealed-file.ts';
import { openXlsx } from '../src/features/intake/server/xlsx-reader.ts';
import type { SealingKeys } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import type { PieceWord } from './import-desk.ts';

type Environment = Omit<Parameters<typeof importFiles>[0], 'reportFault'>;
export type PieceOrder =
  | { readonly piece: 'import'; readonly environment: Environment; readonly request: Request }
  | {
      readonly piece: 'ourReader';
      readonly dataFolder: string;
      readonly keys: SealingKeys;
      readonly stored: StoredFile;
    }
  | { readonly piece: 'exceljs'; readonly file: string };
type Request = Omit<Parameters<typeof importFiles>[1], 'progress'>;

type Result = Pick<Extract<PieceWord, { word: 'done' }>, 'ms' | 'rows' | 'report'>;

function say(word: PieceWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`);
}

async function runImport(order: Extract<PieceOrder, { piece: 'import' }>): Promise<Result> {
  const started = performance.now();
  let phase = '';
  const report = await importFiles(
    {
      ...order.environment,
      reportFault: (thrown) => {
        throw thrown;
      },
    },
    {
      ...order.request,
      progress: (sign) => {
        if (sign.phase !== phase)
          say({ word: 'phase', phase: sign.phase, ms: sinceStart(started) });
        phase = sign.phase;
        say({ word: 'share', share: sign.share, rowsRead: sign.rowsRead });
      },
    },
  );
  return { ms: sinceStart(started), report };
}

function sinceStart(started: number): number {
  return performance.now() - started;
}

/** Our reader, from the sealed file as the import reads it, doing nothing with the rows. */
async function readOurs(order: Extract<PieceOrder, { piece: 'ourReader' }>): Promise<number> {
  const sealer = createSealer(order.keys);
  const file = await openXlsx(await SealedFile.open(order.dataFolder, order.stored, sealer));
  let rows = 0;
  for await (const batch of file.tables[0]?.rows() ?? []) rows += batch.rows.length;
  await file.close();
  return rows;
}

async function readWithExceljs(path: string): Promise<number> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'ignore',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let rows = 0;
  for await (const sheet of reader) for await (const _row of sheet) rows += 1;
  return rows;
}

async function carryOut(order: PieceOrder): Promise<Result> {
  if (order.piece === 'import') return await runImport(order);
  const started = performance.now();
  const rows =
    order.piece === 'ourReader' ? await readOurs(order) : await readWithExceljs(order.file);
  return { ms: sinceStart(started), rows };
}

/** MiB. The system's own count of the most (`maxRSS`) begins with what the parent had when it forked. */
function mostMemory(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024);
  const status = readFileSync('/proc/self/status', 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}

const done = await carryOut(JSON.parse(process.argv[2] ?? '{}') as PieceOrder);
const { user, system } = process.cpuUsage();
say({
  word: 'done',
  ...done,
  cpuMs: (user + system) / 1000,
  mostMiB: mostMemory(),
});
