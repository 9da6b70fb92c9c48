import { expect, it } from 'vitest';
import { MOST_BYTES, refusalOfFile } from './judge-file.ts';

it('takes texts, Word documents and PDFs, whatever the case of the name', () => {
  for (const name of ['方案.txt', '意见.DOCX', 'plan.Pdf'])
    expect(refusalOfFile({ name, size: MOST_BYTES })).toBeUndefined();
});

it('refuses what the server would refuse, each with its own cure', () => {
  expect(refusalOfFile({ name: '方案.doc', size: 1 })).toBe('fileOldWord');
  expect(refusalOfFile({ name: '方案.wps', size: 1 })).toBe('fileOldWord');
  expect(refusalOfFile({ name: '名单.xlsx', size: 1 })).toBe('fileOfOtherKind');
  expect(refusalOfFile({ name: '方案', size: 1 })).toBe('fileOfOtherKind');
  expect(refusalOfFile({ name: '方案.txt', size: 0 })).toBe('fileEmpty');
  expect(refusalOfFile({ name: '方案.txt', size: MOST_BYTES + 1 })).toBe('fileTooLarge');
});
