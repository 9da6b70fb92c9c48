import { expect, it, onTestFinished } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { createSealer } from '../../../platform/server/crypto/sealer.ts';
import { testKeys } from '../../../platform/server/testing/people.ts';
import { judgingContext } from '../model/judge.ts';
import { PlaceFinder } from '../model/places.ts';
import { recognise } from '../model/recognise.ts';
import { bulkIds } from './bulk-ids.ts';
import { type CheckCrew, crewOfOne, crewOfThreads } from './check-crew.ts';
import type { Worked } from './row-work.ts';
import type { RowBatch } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

const header = ['乡镇', '村', '户编号', '户主姓名', '户类型', '家庭人口数'];
const recognised = recognise([header, ['城关镇', '柳树湾村', '1', '李强', '脱贫户', '1']], {
  fileName: '户.csv',
});
const judging = {
  on: '2026-11-23' as PlainDate,
  reach: regionCode('990101'),
  reserved: true,
};
const divisions = {
  counties: [{ code: '990101', name: '柳溪县', formerNames: [] }],
  townships: [{ code: '990101100', name: '城关镇', formerNames: [] }],
  villages: [{ code: '990101100200', name: '柳树湾村', formerNames: [] }],
};

/** Batches of ten rows; every seventh names a village that nobody knows. */
function batches(): RowBatch[] {
  return Array.from({ length: 12 }, (_, batch) => {
    const numbers = Array.from({ length: 10 }, (_row, index) => 2 + batch * 10 + index);
    const rows = numbers.map((number) => [
      '城关镇',
      number % 7 === 0 ? '无此村' : '柳树湾村',
      `H${number}`,
      '李强',
      '脱贫户',
      '1',
    ]);
    return { rows, numbers };
  });
}

type Checked = { rows: number; faulty: number; staged: string[]; findings: string[] };

async function checkedBy(crew: CheckCrew): Promise<Checked> {
  onTestFinished(async () => await crew.close());
  if (recognised === undefined) throw new Error('The header is not recognised');
  const heard: Worked[] = [];
  crew.begin({ position: 0, mapping: recognised.mapping, date1904: false }, (worked) => {
    heard.push(worked);
  });
  for (const batch of batches()) await crew.give(batch);
  await crew.finish();
  const lines = heard.flatMap(({ copies }) =>
    copies.flatMap(({ bytes }) => Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)),
  );
  return {
    rows: heard.reduce((sum, { rows }) => sum + rows, 0),
    faulty: heard.reduce((sum, { faulty }) => sum + faulty, 0),
    // Identifiers are drawn anew each time.
    staged: lines
      .map((line) => line.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'id'))
      .sort(),
    findings: heard.flatMap(({ findings }) => findings.map(({ line }) => line)).sort(),
  };
}

it('checks in threads as in one', async () => {
  const alone = await checkedBy(
    crewOfOne({
      sealer: createSealer(testKeys),
      places: new PlaceFinder(judging.reach, divisions),
      rules: judgingContext(judging),
      nextId: bulkIds(),
    }),
  );
  const threads = await checkedBy(crewOfThreads({ keys: testKeys, judging, divisions }, 2));
  expect(alone).toMatchObject({ rows: 120, faulty: 17 });
  expect(threads).toEqual(alone);
});

it('hears from a thread what makes a file unreadable', async () => {
  const crew = crewOfThreads({ keys: testKeys, judging, divisions }, 2);
  onTestFinished(async () => await crew.close());
  if (recognised === undefined) throw new Error('The header is not recognised');
  crew.begin({ position: 0, mapping: recognised.mapping, date1904: false }, () => undefined);
  const lines = Buffer.from([0xff, 0xff, 0x0a]);
  await crew.give({ lines, encoding: 'utf-8', delimiter: ',', from: 9 });
  await expect(crew.finish()).rejects.toThrow(UnreadableFile);
  await expect(crew.finish()).rejects.toMatchObject({
    code: 'encodingBroken',
    details: { row: 9 },
  });
});
