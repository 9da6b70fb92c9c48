import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { formatPageEnd, instantsOf, parsePageEnd } from './page.ts';

describe('the end of a page', () => {
  const end = { at: '2026-11-23T04:00:00.000Z', id: '019ab0f0-0000-7000-8000-000000000001' };

  it('is read as it was written', () => {
    expect(parsePageEnd(formatPageEnd(end))).toEqual(end);
  });

  it.each([
    '',
    'x',
    '2026-11-23_1',
    '2026-13-45T99:00:00.000Z_019ab0f0-0000-7000-8000-000000000001',
  ])('is not read from %j', (text) => {
    expect(parsePageEnd(text)).toBeUndefined();
  });
});

describe('a period', () => {
  it('runs from midnight to midnight in China, the last day included', () => {
    const period = instantsOf({ from: plainDate('2026-11-23'), until: plainDate('2026-11-30') });
    expect(period).toEqual({
      from: '2026-11-23T00:00:00.000+08:00',
      before: '2026-12-01T00:00:00.000+08:00',
    });
  });

  it('may be open on either side', () => {
    expect(instantsOf({})).toEqual({ from: undefined, before: undefined });
  });
});
