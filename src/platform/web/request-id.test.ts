import { expect, it } from 'vitest';
import { newRequestId } from './request-id.ts';

it('is a UUID of version 7', () => {
  expect(newRequestId()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

it('begins with the time in milliseconds, so that text order is time order', () => {
  const earlier = newRequestId(Date.UTC(2026, 10, 23));
  const later = newRequestId(Date.UTC(2026, 10, 23) + 1);
  expect(earlier < later).toBe(true);
  expect(Number.parseInt(earlier.replaceAll('-', '').slice(0, 12), 16)).toBe(
    Date.UTC(2026, 10, 23),
  );
});

it('does not repeat within a millisecond', () => {
  const made = new Set(Array.from({ length: 1000 }, () => newRequestId(0)));
  expect(made.size).toBe(1000);
});
