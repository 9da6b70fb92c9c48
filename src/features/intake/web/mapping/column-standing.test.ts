import { expect, it } from 'vitest';
import { standingsOf, wantsALook } from './column-standing.ts';

function column(
  header: string,
  target: string | null,
  more: { samples?: string[]; remembered?: boolean } = {},
) {
  return { header, target, samples: ['1'], remembered: false, ...more };
}

it('trusts a header that the dictionary knows', () => {
  expect(standingsOf('members', [column('姓名', 'person.name')])).toEqual(['recognised']);
});

it('tells what an earlier import taught from what was chosen now', () => {
  const columns = [
    column('称呼', 'person.name', { remembered: true }),
    column('编码', 'household.number'),
  ];
  expect(standingsOf('members', columns)).toEqual(['remembered', 'chosen']);
});

it('calls two columns of one meaning duplicates, until one of them is chosen', () => {
  const columns = [
    column('姓名', null),
    column('姓名', null),
    column('户编号', 'household.number'),
  ];
  expect(standingsOf('members', columns)).toEqual(['duplicate', 'duplicate', 'recognised']);
  const chosen = [column('姓名', 'person.name'), column('姓名', null)];
  expect(standingsOf('members', chosen)).toEqual(['recognised', 'duplicate']);
});

it('leaves alone what the officer put aside and columns that hold nothing', () => {
  const columns = [
    column('性别', null),
    column('', null, { samples: [] }),
    column('', null),
    column('网格员', null),
  ];
  const found = standingsOf('members', columns);
  expect(found).toEqual(['leftAside', 'blank', 'unknown', 'unknown']);
  expect(found.map(wantsALook)).toEqual([false, false, true, true]);
});

it('does not ask about the reason that the product itself wrote beside refused rows', () => {
  const columns = [column('退回原因', null)];
  expect(standingsOf('members', columns)).toEqual(['unknown']);
  expect(standingsOf('members', columns, new Set(['退回原因']))).toEqual(['leftAside']);
});
