import { expect, it } from 'vitest';
import { fileNameOf } from './save-file.ts';

it('takes the name of a file in Chinese before the plain one', () => {
  const plain = 'attachment; filename="households.xlsx"';
  expect(fileNameOf(`${plain}; filename*=UTF-8''%E5%86%9C%E6%88%B7.xlsx`)).toBe('农户.xlsx');
  expect(fileNameOf(plain)).toBe('households.xlsx');
  expect(fileNameOf('')).toBe('');
});
