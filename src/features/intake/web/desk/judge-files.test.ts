import { expect, it } from 'vitest';
import { MOST_BYTES, refusalOfFile } from './judge-files.ts';

it('takes workbooks and CSV, whatever the case of the name', () => {
  expect(refusalOfFile({ name: '贫困户.XLSX', size: 1 })).toBeUndefined();
  expect(refusalOfFile({ name: 'members.csv', size: MOST_BYTES })).toBeUndefined();
});

it('refuses old workbooks with a cure of their own', () => {
  expect(refusalOfFile({ name: '贫困户.xls', size: 1 })).toBe('fileOldExcel');
});

it('refuses what is no table, what is empty and what is too large', () => {
  expect(refusalOfFile({ name: '通知.pdf', size: 1 })).toBe('fileOfOtherKind');
  expect(refusalOfFile({ name: '户', size: 1 })).toBe('fileOfOtherKind');
  expect(refusalOfFile({ name: '户.csv', size: 0 })).toBe('fileEmpty');
  expect(refusalOfFile({ name: '户.csv', size: MOST_BYTES + 1 })).toBe('fileTooLarge');
});
