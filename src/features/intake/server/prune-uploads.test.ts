import { readdirSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import { connect } from '../../../platform/server/database/connect.ts';
import { databaseOn } from '../../../platform/server/database/database.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { testSealer } from '../../../platform/server/testing/people.ts';
import { pruneUploads, UPLOADS_KEPT_DAYS } from './prune-uploads.ts';
import { insertRun, insertSources } from './run-store.ts';
import { storeSealed, uploadFolder } from './sealed-file.ts';
import { csv, type Desk, LIN, openDesk } from './testing/willow-desk.ts';
import { emptyRegister, findStates } from './testing/willow-desk-store.ts';

const DAY_MS = 86_400_000;
let desk: Desk;
let database: ReturnType<typeof databaseOn>;

beforeAll(async () => {
  desk = await openDesk();
  database = databaseOn(connect(desk.target, { role: 'mingbai_app', max: 2 }));
});
beforeEach(async () => {
  await emptyRegister(desk.owner);
  await pruneAt(1_000);
});
afterAll(async () => {
  await database.end();
  desk.close();
});

/** Cleans up as on the day that lies so many days ahead of the real one. */
async function pruneAt(daysAhead: number): ReturnType<typeof pruneUploads> {
  return await pruneUploads({
    database,
    clock: () => new Date(Date.now() + daysAhead * DAY_MS),
    dataFolder: desk.folder,
  });
}

function stored(): string[] {
  return readdirSync(uploadFolder(desk.folder));
}

const households = csv([
  ['乡镇', '村', '户编号', '户主姓名', '户类型', '家庭人口数'],
  ['城关镇', '柳树湾村', '9901010000001', '李强', '脱贫户', 2],
]);

async function keep(content: string): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(content);
  }
  const into = { dataFolder: desk.folder, sealer: testSealer, most: 1_000_000 };
  return (await storeSealed(chunks(), into)).sha256;
}

/** An upload whose columns nobody confirmed. */
async function upload(sha256: string, daysAgo: number): Promise<void> {
  const region = regionCode('990101');
  const id = newId();
  await database.transaction(async (tx) => {
    await enterScope(tx, region);
    await insertRun(tx, {
      id,
      region_code: region,
      account_id: LIN,
      posting_id: null,
      created_at: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
    });
    const source = {
      encoding: null,
      sheet_name: '',
      sheet_index: 0,
      hidden: false,
      left_out: false,
    };
    await insertSources(tx, [
      {
        ...source,
        run_id: id,
        position: 0,
        region_code: region,
        file_name: '户.csv',
        file_sha256: sha256,
        file_bytes: 10,
        format: 'csv',
        mapping: null,
        notes: [],
        problem: null,
        outcome: null,
      },
    ]);
  });
}

it('keeps the files of an import for ninety days and not for ever', async () => {
  await desk.import([desk.file('户.csv', households)]);
  expect(stored()).toHaveLength(1);
  expect(await pruneAt(UPLOADS_KEPT_DAYS - 1)).toEqual({ files: 0, forgotten: 0 });
  expect(stored()).toHaveLength(1);
  expect(await pruneAt(UPLOADS_KEPT_DAYS + 1)).toEqual({ files: 1, forgotten: 0 });
  expect(stored()).toEqual([]);
  expect(await findStates(desk.owner)).toEqual(['done']);
});

it('calls off an import that was never started, and lets go of its file', async () => {
  const sha256 = await keep('a');
  await upload(sha256, 0);
  expect(await pruneAt(UPLOADS_KEPT_DAYS - 1)).toEqual({ files: 0, forgotten: 0 });
  expect(await pruneAt(UPLOADS_KEPT_DAYS + 1)).toEqual({ files: 1, forgotten: 1 });
  expect(await findStates(desk.owner)).toEqual(['cancelled']);
});

it('leaves a file that is old on the disk but was uploaded again', async () => {
  const sha256 = await keep('b');
  const old = new Date(Date.now() - 200 * DAY_MS);
  await utimes(join(uploadFolder(desk.folder), sha256), old, old);
  await upload(sha256, 200);
  await upload(sha256, 10);
  expect(await pruneAt(0)).toEqual({ files: 0, forgotten: 1 });
  expect(await readdir(uploadFolder(desk.folder))).toEqual([sha256]);
});

it('removes what no import ever named, and touches nothing that is not an upload', async () => {
  const sha256 = await keep('c');
  expect(await pruneAt(UPLOADS_KEPT_DAYS - 1)).toMatchObject({ files: 0 });
  expect(stored()).toEqual([sha256]);
  expect(await pruneAt(UPLOADS_KEPT_DAYS + 1)).toMatchObject({ files: 1 });
});

it('does nothing where nothing was ever uploaded', async () => {
  const nowhere = { database, clock: () => new Date(), dataFolder: join(desk.folder, 'none') };
  expect(await pruneUploads(nowhere)).toEqual({ files: 0, forgotten: 0 });
});
