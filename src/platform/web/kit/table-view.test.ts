import { expect, it } from 'vitest';
import { readView, writeChange } from './table-view.ts';
import { parseAddress, writeAddress } from './use-url-state.ts';

it('reads the whole view from the address', () => {
  const address = parseAddress('?page=3&size=50&sort=-income&text=Mei&type=poor&other=1');
  expect(readView(address, ['type', 'region'])).toEqual({
    page: 3,
    size: 50,
    after: undefined,
    sort: '-income',
    text: 'Mei',
    filters: { type: 'poor', region: undefined },
  });
});

it.each(['0', '-1', '1.5', 'many', ''])('takes the first page for the page number %j', (page) => {
  expect(readView({ page }, []).page).toBe(1);
});

it('goes back to the first page when what is listed changes', () => {
  const before = { page: '3', after: 'cursor', type: 'poor' };
  for (const change of [
    { text: 'Mei' },
    { sort: 'name' },
    { filters: { type: undefined } },
    { size: 50 },
  ]) {
    const after = { ...before, ...writeChange(change) };
    expect([after.page, after.after]).toEqual([undefined, undefined]);
  }
});

it('keeps order and search while paging', () => {
  expect(writeChange({ page: 2, after: 'cursor' })).toEqual({ page: '2', after: 'cursor' });
});

it('writes only what is not the default', () => {
  expect(writeChange({ page: 1, size: 20 })).toEqual({
    page: undefined,
    after: undefined,
    size: undefined,
  });
});

it('keeps codes as text: zeros in front stay', () => {
  expect(parseAddress(writeAddress({ code: '0101', region: '990101' }))).toEqual({
    code: '0101',
    region: '990101',
  });
  expect(writeAddress({ code: '', nothing: undefined })).toBe('');
});
