import { expect, it } from 'vitest';
import { answer, given, isOutcomeUnknown, Refusal, refusalOf } from './api.ts';

const call = (status: number, body: { data?: unknown; error?: unknown }) =>
  Promise.resolve({ ...body, response: new Response(null, { status }) });

it('gives the data of an answer', async () => {
  expect(await answer(call(200, { data: { households: 17 } }))).toEqual({ households: 17 });
});

it('throws the refusal of the server with its sentence and details', async () => {
  const error = { code: 'accountLocked', status: 403, title: 'Locked.', details: { minutes: 10 } };
  await expect(answer(call(403, { error }))).rejects.toMatchObject({ ...error, name: 'Refusal' });
});

it('makes a refusal of whatever a proxy answers', () => {
  expect(refusalOf('<html>Bad gateway</html>', 502)).toMatchObject({
    code: 'unexpected',
    status: 502,
    title: '',
  });
});

it('says that the server could not be reached', async () => {
  await expect(answer(Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({
    code: 'unreachable',
    status: 0,
  });
});

it('lets a cancelled request stay cancelled', async () => {
  const cancelled = new DOMException('cancelled', 'AbortError');
  await expect(answer(Promise.reject(cancelled))).rejects.toBe(cancelled);
});

it.each([
  [0, true],
  [500, true],
  [503, true],
  [499, false],
  [409, false],
])('knows whether the outcome is open after status %i: %s', (status, isOpen) => {
  expect(isOutcomeUnknown(new Refusal({ code: 'any', status }))).toBe(isOpen);
});

it('leaves out of a query what has no value', () => {
  expect(given({ text: '', type: undefined, page: 0, sort: 'name' })).toEqual({
    page: 0,
    sort: 'name',
  });
});
