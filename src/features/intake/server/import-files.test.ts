import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActContent, leafHashOfAct } from '../../../platform/server/audit/leaf.ts';
import { makeIdNumber } from '../../households/model/index.ts';
import { csv, type Desk, openDesk } from './testing/willow-desk.ts';
import { compareContents, countRegister, emptyRegister } from './testing/willow-desk-store.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => await emptyRegister(desk.owner));
afterAll(() => desk.close());

function idNumber(birthDay: string, sequence: number): string {
  return makeIdNumber({ area: '990101', birthDay: birthDay as never, sequence });
}

const people = {
  liQiang: [
    '9901010000001',
    '李强',
    idNumber('1975-03-12', 11),
    '户主',
    '汉族',
    '健康',
    '普通劳动力',
    '初中',
    '是',
  ],
  zhouYun: [
    '9901010000001',
    '周云',
    idNumber('1978-08-01', 22),
    '配偶',
    '汉族',
    '健康',
    '普通劳动力',
    '小学',
    '是',
  ],
  wangFu: [
    '9901010000002',
    '王福',
    idNumber('1950-01-05', 33),
    '户主',
    '回族',
    '长期慢性病',
    '无劳动力',
    '小学',
    '是',
  ],
} as const;

const householdHeader = [
  '乡镇',
  '村',
  '户编号',
  '户主姓名',
  '户类型',
  '家庭人口数',
  '联系电话',
  '首次识别时间',
];
const memberHeader = [
  '户编号',
  '姓名',
  '证件号码',
  '与户主关系',
  '民族',
  '健康状况',
  '劳动技能',
  '文化程度',
  '是否参加城乡居民基本医疗保险',
];
const households = [
  householdHeader,
  ['城关镇', '柳树湾村', '9901010000001', '李强', '脱贫户', 2, '13800001234', '201512'],
  ['城关镇', '五里铺村', '9901010000002', '王福', '贫困户', 1, '13800005678', '201603'],
];
const members = [memberHeader, people.liQiang, people.zhouYun, people.wangFu];

async function importAll(
  householdRows = households,
  memberRows: readonly (readonly (string | number)[])[] = members,
) {
  return await desk.import([
    desk.file('户.csv', csv(householdRows)),
    desk.file('人.csv', csv(memberRows)),
  ]);
}

describe('importing the register', () => {
  it('takes households with their members, as acts', async () => {
    const report = await importAll();
    expect(report.readThrough).toBe(true);
    expect(
      report.files.map(({ kind, rows, taken, refused }) => ({ kind, rows, taken, refused })),
    ).toEqual([
      { kind: 'households', rows: 2, taken: 2, refused: 0 },
      { kind: 'members', rows: 3, taken: 3, refused: 0 },
    ]);
    expect(await countRegister(desk.owner)).toMatchObject({
      households: 2,
      persons: 3,
      acts: 2,
      cards: 3,
      changes: 1,
    });
    const [row] =
      await desk.owner`select village_code, member_count, head_initials, identified_month from household where head_name = '李强'`;
    expect(row).toEqual({
      village_code: '990101100204',
      member_count: 2,
      head_initials: 'lq',
      identified_month: '2015-12',
    });
    const [li] =
      await desk.owner`select sex, birth_day, document_kind, village_code, resident_medical from person where name = '李强'`;
    expect(li).toEqual({
      sex: '1',
      birth_day: '1975-03-12',
      document_kind: 'idCard',
      village_code: '990101100204',
      resident_medical: true,
    });
  });

  it('keeps no ID number, phone or upload in clear', async () => {
    await importAll();
    const [row] = await desk.owner<{ text: string }[]>`
      select string_agg(p::text, '') || (select string_agg(h::text, '') from household h)
             || (select string_agg(a::text, '') from act a) as text from person p`;
    expect(row?.text).not.toContain(people.liQiang[2]);
    expect(row?.text).not.toContain('13800001234');
  });

  it('changes nothing the second time', async () => {
    await importAll();
    const before = await countRegister(desk.owner);
    const again = await importAll();
    expect(
      again.files.map(({ taken, unchanged, refused }) => ({ taken, unchanged, refused })),
    ).toEqual([
      { taken: 0, unchanged: 2, refused: 0 },
      { taken: 0, unchanged: 3, refused: 0 },
    ]);
    expect(await countRegister(desk.owner)).toEqual(before);
  });

  it('updates only what a corrected file changes, with before and after', async () => {
    await importAll();
    const corrected = members.map((row) => (row === people.zhouYun ? row.with(7, '初中') : row));
    const report = await importAll(households, corrected);
    expect(report.files[1]).toMatchObject({ taken: 1, unchanged: 2 });
    const acts =
      await desk.owner`select kind, before, after, reason, batch_row from act where before is not null`;
    expect(acts).toEqual([
      {
        kind: 'person.correct',
        before: { education: '80' },
        after: { education: '70' },
        reason: '人.csv #3',
        batch_row: 3,
      },
    ]);
    const versions = await desk.owner`select name, version from person order by name collate "C"`;
    expect(versions).toEqual([
      { name: '周云', version: 2 },
      { name: '李强', version: 1 },
      { name: '王福', version: 1 },
    ]);
  });

  it('leaves alone what a file has no column for, or no value in the whole column', async () => {
    await importAll();
    const narrow = [
      ['户编号', '姓名', '证件号码', '民族'],
      ['9901010000002', '王福', people.wangFu[2], ''],
    ];
    const report = await desk.import([desk.file('窄.csv', csv(narrow))]);
    expect(report.files[0]).toMatchObject({ rows: 1, taken: 0, unchanged: 1, refused: 0 });
    const [row] =
      await desk.owner`select ethnicity, education, relation from person where name = '王福'`;
    expect(row).toEqual({ ethnicity: '03', education: '80', relation: '02' });
  });

  it('keeps hashes of households that the register itself still answers to', async () => {
    const surveys = [
      ['户编号', '年度', '工资性收入', '耕地面积', '是否危房'],
      ['9901010000001', 2025, '12345.60', '3.5', '否'],
    ];
    const files = [households, members, surveys].map((rows, index) =>
      desk.file(`${index}.csv`, csv(rows)),
    );
    await desk.import(files);
    const compared = await compareContents(desk.owner);
    expect(compared.map(({ number }) => number)).toEqual(['9901010000001', '9901010000002']);
    for (const { kept, made } of compared) expect(made).toBe(kept);

    await desk.owner`update person set education = '20' where name = '周云'`;
    const [first, second] = await compareContents(desk.owner);
    expect(first?.made).not.toBe(first?.kept);
    expect(second?.made).toBe(second?.kept);
  });

  it('gives every act the leaf hash that the log will look for', async () => {
    await importAll();
    await importAll(
      households,
      members.map((row) => (row === people.zhouYun ? row.with(1, '周芸') : row)),
    );
    const acts = await desk.owner<
      (ActContent & { leaf_hash: Buffer })[]
    >`select * from act order by recorded_at, ordinal`;
    expect(acts.length).toBe(3);
    for (const act of acts) expect(leafHashOfAct(act).equals(act.leaf_hash)).toBe(true);
  });

  it('records who left, and why, when a file says so', async () => {
    await importAll();
    const left = [
      [...memberHeader, '减少原因', '减少时间'],
      [...people.zhouYun, '死亡', '2026-05-01'],
      [...people.liQiang, '', ''],
    ];
    const report = await importAll([householdHeader, households[1]?.with(5, 1) ?? []], left);
    expect(report.files[1]).toMatchObject({ taken: 1, refused: 0 });
    const [row] =
      await desk.owner`select status, leave_reason, left_on from person where name = '周云'`;
    expect(row).toEqual({ status: 'left', leave_reason: 'death', left_on: '2026-05-01' });
    const acts = await desk.owner`select kind from act where before is not null order by ordinal`;
    expect(acts.map(({ kind }) => kind as string)).toEqual(['household.correct', 'person.die']);
  });
});

describe('refusing', () => {
  it('holds a household back as a whole when one of its rows is wrong', async () => {
    const wrong = members.map((row) =>
      row === people.zhouYun ? row.with(2, `${people.zhouYun[2].slice(0, 17)}A`) : row,
    );
    const report = await importAll(households, wrong);
    expect(report.files[0]).toMatchObject({
      rows: 2,
      taken: 1,
      refused: 1,
      reasons: { heldBack: 1 },
    });
    expect(report.files[1]?.reasons['heldBack']).toBe(1);
    expect(await countRegister(desk.owner)).toMatchObject({ households: 1, persons: 1 });
  });

  it.each([
    ['a second head', people.zhouYun.with(3, '户主'), 'R020'],
    ['a spouse of the same sex', people.zhouYun.with(2, idNumber('1978-08-01', 23)), 'R021'],
    [
      'an ID number ruined by a spreadsheet',
      people.zhouYun.with(2, '9.90101E+17'),
      'numberDamaged',
    ],
    ['a code that does not exist', people.zhouYun.with(4, '火星族'), 'codeUnknown'],
    ['somebody twice', people.zhouYun.with(2, people.liQiang[2]), 'documentTwice'],
    ['a member of no household', people.zhouYun.with(0, '9901019999999'), 'householdUnknown'],
    ['a member too few', people.zhouYun.with(0, '9901010000002').with(3, '之女'), 'R026'],
  ])('finds %s', async (_, row, code) => {
    const report = await importAll(households, [memberHeader, people.liQiang, row, people.wangFu]);
    const reasons = { ...report.files[0]?.reasons, ...report.files[1]?.reasons };
    expect(Object.keys(reasons)).toContain(code);
    expect(await countRegister(desk.owner)).toMatchObject({
      changes: expect.any(Number) as number,
    });
  });

  it('refuses villages outside the county, and writes nothing there', async () => {
    const elsewhere = [
      householdHeader,
      ['东湖渔业镇', '莫店村', '9901020000001', '莫湖', '脱贫户', 1, '', ''],
    ];
    const report = await desk.import([desk.file('外县.csv', csv(elsewhere))]);
    expect(report.files[0]).toMatchObject({ refused: 1, reasons: { placeUnknown: 1 } });
    const byCode = [
      ['村编码', '户编号', '户主姓名', '户类型'],
      ['990102100200', '9901020000001', '莫湖', '脱贫户'],
    ];
    const coded = await desk.import([desk.file('外县码.csv', csv(byCode))]);
    expect(coded.files[0]).toMatchObject({ refused: 1, reasons: { placeOutsideReach: 1 } });
    expect(await countRegister(desk.owner)).toMatchObject({ households: 0 });
  });

  it('refuses an ID number that another household of the county holds', async () => {
    await importAll();
    const other = [
      householdHeader,
      ['城关镇', '柳树湾村', '9901010000003', '李强', '脱贫户', 1, '13800001234', '201512'],
    ];
    const report = await importAll(other, [memberHeader, people.liQiang.with(0, '9901010000003')]);
    expect(report.files[1]?.reasons).toEqual({ documentHeldInCounty: 1 });
    expect(report.files[0]?.reasons).toEqual({ heldBack: 1 });
  });

  it('tells nothing of a household that holds the number in another county', async () => {
    await desk.import(
      [
        desk.file(
          '户.csv',
          csv([
            householdHeader,
            ['东湖渔业镇', '莫店村', '9901020000001', '李强', '脱贫户', 1, '', '201512'],
          ]),
        ),
        desk.file('人.csv', csv([memberHeader, people.liQiang.with(0, '9901020000001')])),
      ],
      '990102',
    );
    const report = await importAll();
    expect(report.files[1]?.reasons['documentHeldElsewhere']).toBe(1);
    const findings =
      await desk.owner`select details from import_finding where code = 'documentHeldElsewhere'`;
    expect(findings).toEqual([{ details: null }]);
  });

  it('does not mistake a file without a header, and says so', async () => {
    const report = await desk.import([
      desk.file('无头.csv', '1,2,3\n4,5,6\n'),
      desk.file('户.csv', csv(households)),
    ]);
    expect(report.readThrough).toBe(false);
    expect(report.files[0]).toMatchObject({ kind: null, problem: { code: 'headerNotFound' } });
    expect(report.files[1]).toMatchObject({ taken: 2 });
  });
});
