import { describe, expect, it } from 'vitest';
import { fields } from '../../households/model/index.ts';
import { problemOfMapping, sourceKinds, subjectsOf } from './mapping.ts';
import { recognise, rememberedKey } from './recognise.ts';

const fileName = '柳溪县.xlsx';

describe('recognising a table', () => {
  it.each(sourceKinds)('knows %s by the current headers, in any order', (kind) => {
    const [subject] = subjectsOf[kind];
    const own = fields[subject ?? 'household'].map(({ headers }) => headers[0]);
    const header = [...new Set(['户编号', ...own])].reverse();
    const found = recognise([header, ['1']], { fileName });
    expect(found?.mapping.kind).toBe(kind);
    expect(found?.mapping.columns.every(({ target }) => target !== null)).toBe(true);
    expect(found === undefined ? undefined : problemOfMapping(found.mapping)).toBeUndefined();
  });

  it('knows old names of columns', () => {
    const found = recognise(
      [['家庭编号', '家庭成员姓名', '身份证号', '家庭关系', '是否参加新农合']],
      { fileName },
    );
    expect(found?.mapping.columns.map(({ target }) => target)).toEqual([
      'household.number',
      'person.name',
      'person.documentNumber',
      'person.relation',
      'person.residentMedical',
    ]);
  });

  it('finds no header in a table without one', () => {
    expect(
      recognise(
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
        { fileName },
      ),
    ).toBeUndefined();
    expect(recognise([], { fileName })).toBeUndefined();
  });

  it('follows what the office said before', () => {
    const remembered = new Map([
      [rememberedKey('households', '几口人'), 'household.memberCount' as const],
    ]);
    const rows = [['户编号', '户主姓名', '户类型', '几口人']];
    expect(recognise(rows, { fileName })?.mapping.columns[3]?.target).toBeNull();
    expect(recognise(rows, { fileName, remembered })?.mapping.columns[3]?.target).toBe(
      'household.memberCount',
    );
  });

  it('takes a file of households with their income as both', () => {
    const header = ['户编号', '户主姓名', '户类型', '脱贫状态', '年度', '工资性收入', '人均纯收入'];
    const found = recognise([header], { fileName });
    expect(found?.mapping.kind).toBe('households');
    expect(found?.mapping.columns[5]?.target).toBe('survey.wageFen');
  });

  it('says which columns are missing', () => {
    const found = recognise([['姓名', '性别', '民族', '证件号码', '与户主关系']], { fileName });
    expect(found === undefined ? undefined : problemOfMapping(found.mapping)).toEqual({
      code: 'columnsMissing',
      targets: ['household.number'],
    });
  });

  it('knows a table by its many columns, though the name column is called something else', () => {
    const rows = [
      ['柳溪县贫困人口信息表（2026年）'],
      ['填报单位：柳溪县', '', '', '', '填报日期：2026-11-01'],
      ['户编号', '称呼', '性别', '民族', '证件号码', '与户主关系', '文化程度'],
      ['9901010000001', '张三', '男', '汉族', '', '户主', '初中'],
    ];
    const found = recognise(rows, { fileName });
    expect(found?.mapping.kind).toBe('members');
    expect(found?.mapping.headerRow).toBe(3);
    expect(found?.mapping.columns[1]).toEqual({ header: '称呼', target: null });
    expect(found?.notes).toEqual([{ code: 'titleRowsSkipped', count: 2 }]);
    expect(found === undefined ? undefined : problemOfMapping(found.mapping)).toEqual({
      code: 'columnsMissing',
      targets: ['person.name'],
    });
  });
});
