import { describe, expect, it } from 'vitest';
import { fitPacks, matchClauses, type PackOutline } from './match.ts';
import { draftOutline } from './outline.ts';
import { only, title } from './testing/cut-lines.ts';

const document = only(
  title,
  '一、帮扶措施',
  '（一）道路建设。两年内硬化全部通村道路，由交通部门牵头，乡镇配合征地。',
  '（二）饮水安全。接通自来水管网，普及率达到九成以上。',
  '（三）教育资助。对困难家庭学生免除学费并发给生活补助。',
);

function pack(id: string, clauses: Record<string, [number: string, zh: string]>): PackOutline {
  return {
    id,
    title: { zh: id, en: id },
    clauses: Object.entries(clauses).map(([clauseId, [number, zh]]) => ({
      id: clauseId,
      number,
      summary: { zh, en: zh },
    })),
  };
}

const willow = pack('willow', {
  '1': ['一、', '帮扶措施'],
  '1.1': ['（一）', '交通部门牵头，两年内把通村道路全部硬化'],
  '1.2': ['（二）', '自来水普及率到九成以上'],
  '1.3': ['（三）', '困难家庭学生免学费，另发生活补助'],
});
const foreign = pack('foreign', {
  '1': ['一、', '组织领导'],
  '1.1': ['（一）', '建立联席会议并按季度召开'],
  '1.2': ['（二）', '对帮扶干部进行年度考核'],
  '1.3': ['（三）', '信贷资金贴息办法另行制定'],
});

describe('matching clauses', () => {
  it('goes by place where words agree', () => {
    const matches = matchClauses(document.clauses, willow);
    expect(matches.map(({ path, packClauseId, basis }) => [path, packClauseId, basis])).toEqual([
      ['1', '1', 'path'],
      ['1.1', '1.1', 'path'],
      ['1.2', '1.2', 'path'],
      ['1.3', '1.3', 'path'],
    ]);
    expect(Math.min(...matches.map(({ score }) => score))).toBeGreaterThan(0.9);
  });

  it('goes by words where places differ', () => {
    const moved = pack('moved', {
      '7': ['七、', '自来水普及率到九成以上'],
      '8': ['八、', '信贷资金贴息办法另行制定'],
    });
    expect(matchClauses(document.clauses, moved)).toMatchObject([
      { path: '1.2', packClauseId: '7', basis: 'words' },
    ]);
  });

  it('gives no clause of a pack to two clauses', () => {
    const twice = only(
      title,
      '一、饮水安全。接通自来水管网，普及率达到九成以上。',
      '二、饮水安全。接通自来水管网，普及率达到九成以上。',
    );
    const one = pack('one', { '9': ['九、', '自来水普及率达到九成以上'] });
    expect(matchClauses(twice.clauses, one).map(({ path }) => path)).toEqual(['1']);
  });

  it('counts items within sentences to the clause they stand in', () => {
    const listed = only(
      title,
      '一、平台。主要功能：一是收集困难家庭信息。二是对接帮扶资源。',
      '二、其他。',
    );
    const about = pack('about', { '1': ['一、', '收集困难家庭信息，对接帮扶资源'] });
    expect(matchClauses(listed.clauses, about)[0]?.score).toBe(1);
  });
});

describe('choosing a pack', () => {
  const best = (...packs: PackOutline[]): string | undefined =>
    fitPacks(document.clauses, packs).best?.packId;

  it('takes the one whose words are there, not the one with the same numbers', () => {
    expect(best(foreign, willow)).toBe('willow');
    expect(fitPacks(document.clauses, [foreign, willow]).matches).toEqual(
      matchClauses(document.clauses, willow),
    );
  });

  it('takes none if none fits', () => {
    expect(best(foreign)).toBeUndefined();
    expect(best()).toBeUndefined();
    expect(best(pack('empty', {}))).toBeUndefined();
    expect(fitPacks(document.clauses, [foreign]).matches).toEqual([]);
  });

  it('takes none of two that fit equally well', () => {
    expect(best(willow, { ...willow, id: 'twin' })).toBeUndefined();
  });
});

it('drafts the outline of a pack with summaries left open', () => {
  expect(draftOutline(document).split('\n').slice(0, 10)).toEqual([
    '# 帮扶措施',
    '- id: "1"',
    '  number: "一、"',
    '  heading: true',
    "  summary: {zh: '', en: ''}",
    '# 道路建设',
    '- id: "1.1"',
    '  number: "（一）"',
    '  parent: "1"',
    "  summary: {zh: '', en: ''}",
  ]);
});
