import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { ImportReport } from '../src/features/intake/server/index.ts';
import { type StoredFile, storeSealed } from '../src/features/intake/server/sealed-file.ts';
import { fictionalDivisions } from '../src/features/regions/model/index.ts';
import { loadFictionalDivisions } from '../src/features/regions/server/index.ts';
import type { PlainDate } from '../src/kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../src/kernel/region-code.ts';
import { newKeyRing, sealingKeysOf } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import { connect, type Sql } from '../src/platform/server/database/connect.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';

/** What a piece of a benchmark came to, in a process of its own (`import-child.ts`). */
export type Piece = {
  readonly ms: number;
  /** Processor time of the process with all its threads. */
  readonly cpuMs: number;
  /** Processor time of PostgreSQL meanwhile. */
  readonly databaseCpuMs: number;
  /** The most memory that the process had at once. */
  readonly mostMiB: number;
  /** The most private memory that PostgreSQL's processes had at once, beside the shared buffers. */
  readonly databaseMiB: number;
  readonly rows?: number;
  readonly report?: ImportReport;
};

export type PieceWord =
  | { readonly word: 'phase'; readonly phase: string; readonly ms: number }
  | { readonly word: 'share'; readonly share: number; readonly rowsRead: number }
  | ({ readonly word: 'done' } & Omit<Piece, 'databaseMiB' | 'databaseCpuMs'>);

/** A database of its own with Willow County in it, and what imports into it need. */
export type ImportDesk = {
  readonly owner: Sql;
  readonly folder: string;
  readonly villages: readonly RegionCode[];
  import(files: readonly string[], heard?: (word: PieceWord) => void): Promise<Piece>;
  /** Our reader alone, from a file sealed as uploads are. */
  readOurs(file: string): Promise<Piece>;
  readWithExceljs(file: string): Promise<Piece>;
  /** Processor time that PostgreSQL has used so far. */
  databaseCpuMs(): number;
  /** Empties the register, as before the first import. */
  empty(): Promise<void>;
  close(): Promise<void>;
};

export const BUSINESS_DAY = '2026-11-23' as PlainDate;

export async function openDesk(): Promise<ImportDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-import-'));
  const cluster = await startEmbedded({ dataFolder: folder });
  const owner = connect(cluster.target, { max: 2 });
  await migrate(owner);
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, new Date().toISOString()));
  const keys = sealingKeysOf(newKeyRing());
  const officer = {
    accountId: '019ab0f0-0000-7000-8000-000000000001',
    postingId: null,
    region: regionCode('990101'),
  };
  const postmaster = Number(
    readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n', 1)[0],
  );
  return {
    owner,
    folder,
    villages: fictionalDivisions()
      .map(({ code }) => code)
      .filter((code) => code.length === 12 && code.startsWith('990101')),
    import: async (files, heard) =>
      await inChild(
        {
          piece: 'import',
          environment: { target: cluster.target, dataFolder: folder, keys },
          request: { files, officer },
        },
        { postmaster, heard },
      ),
    readOurs: async (file) => {
      const stored = await sealed(file, folder, createSealer(keys));
      return await inChild(
        { piece: 'ourReader', dataFolder: folder, keys, stored },
        { postmaster },
      );
    },
    readWithExceljs: async (file) => await inChild({ piece: 'exceljs', file }, { postmaster }),
    databaseCpuMs: () => processorTimeOf(postmaster),
    empty: async () => {
      await owner.unsafe(`truncate ${written.join(', ')} cascade`);
      await owner.unsafe(`vacuum (analyze) ${written.join(', ')}`);
      await owner`checkpoint`;
    },
    close: async () => {
      await owner.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every table that an import of new households writes, in the order in which foreign keys allow them. */
export const written = [
  'household',
  'person',
  'household_survey',
  'registration_spell',
  'id_card',
  'act',
  'change_log',
  'import_finding',
] as const;

async function sealed(
  file: string,
  dataFolder: string,
  sealer: ReturnType<typeof createSealer>,
): Promise<StoredFile> {
  return await storeSealed(createReadStream(file), { dataFolder, sealer, most: 2 ** 31 });
}

const SAMPLED_EVERY_MS = 250;

async function inChild(
  order: object,
  around: { postmaster: number; heard?: ((word: PieceWord) => void) | undefined },
): Promise<Piece> {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url));
  const flags = process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [];
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const before = processorTimeOf(around.postmaster);
  let databaseMiB = 0;
  const sampling = setInterval(() => {
    databaseMiB = Math.max(databaseMiB, privateMemoryOf(around.postmaster));
  }, SAMPLED_EVERY_MS);
  let done: Extract<PieceWord, { word: 'done' }> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const word = JSON.parse(line) as PieceWord;
    around.heard?.(word);
    if (word.word === 'done') done = word;
  }
  clearInterval(sampling);
  if (done === undefined) throw new Error('The child ended without a result');
  const databaseCpuMs = processorTimeOf(around.postmaster) - before;
  return { ...done, databaseMiB, databaseCpuMs };
}

type ServerProcess = { readonly status: string; readonly stat: readonly string[] };

/** A server's processes as Linux shows them; none elsewhere. */
function processesOf(postmaster: number): ServerProcess[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      if (parent !== postmaster && Number(pid) !== postmaster) return [];
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return [{ status, stat: stat.slice(stat.lastIndexOf(')') + 2).split(' ') }];
    } catch {
      return []; // It ended while the list was read.
    }
  });
}

/** MiB that a server's processes have for themselves. */
function privateMemoryOf(postmaster: number): number {
  const kibibytes = processesOf(postmaster).map(({ status }) =>
    Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0),
  );
  return Math.round(kibibytes.reduce((sum, each) => sum + each, 0) / 1024);
}

const MS_PER_TICK = 10;

/** Milliseconds of processor time of a server's processes, those that ended included. */
function processorTimeOf(postmaster: number): number {
  let ticks = 0;
  for (const { status, stat } of processesOf(postmaster)) {
    const isPostmaster = Number(/^Pid:\s+(\d+)/m.exec(status)?.[1]) === postmaster;
    // utime, stime; of the postmaster also those of children that it has buried (proc(5)).
    const places = isPostmaster ? [11, 12, 13, 14] : [11, 12];
    ticks += places.reduce((sum, place) => sum + Number(stat[place] ?? 0), 0);
  }
  return ticks * MS_PER_TICK;
}

/** What psql's \copy does: the bytes of a file into a table, over the connection. */
export async function rawCopy(owner: Sql, table: string, file: string): Promise<void> {
  const query = owner.unsafe(`copy ${table} from stdin`);
  await pipeline(createReadStream(file), await query.writable());
}

export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
