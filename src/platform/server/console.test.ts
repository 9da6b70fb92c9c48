import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { consoleOn } from './console.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What was said, a line each, at a terminal that is set to English. */
function terminal() {
  const stream = new PassThrough();
  const lines: string[] = [];
  stream.on('data', (chunk) => lines.push(String(chunk).trimEnd()));
  return { talk: consoleOn(stream, 'en'), lines };
}

const takes = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

it('says nothing of what is done within a second', async () => {
  const { talk, lines } = terminal();
  const work = talk.during('start:database', async () => await takes(999));
  await vi.advanceTimersByTimeAsync(1_500);
  await work;
  expect(lines).toEqual([]);
});

it('says what takes longer, how far it is, and when it is done', async () => {
  const { talk, lines } = terminal();
  const work = talk.during('start:divisions', async (progress) => {
    await takes(1_500);
    progress(1, 4);
    await takes(1_000);
    progress(1, 2);
    await takes(500);
    progress(3, 4);
  });
  await vi.advanceTimersByTimeAsync(4_000);
  await work;
  expect(lines).toEqual([
    'Loading the divisions of the nation',
    'Loading the divisions of the nation 50 %',
    'Loading the divisions of the nation: done in 3.0 s',
  ]);
});

it('counts where nobody knows the total', async () => {
  const { talk, lines } = terminal();
  const work = talk.during('command:doing.quality', async (progress) => {
    progress(500, 0);
    await takes(1_200);
  });
  await vi.advanceTimersByTimeAsync(1_300);
  await work;
  expect(lines[0]).toMatch(/ 500$/);
});

it('names each step that takes longer than a second, and no other', async () => {
  const { talk, lines } = terminal();
  const work = talk.during('start:database', async (_progress, turnTo) => {
    turnTo('embedded:step.initialising');
    await takes(2_000);
    turnTo('embedded:step.starting');
    await takes(800);
    turnTo('start:schema');
    await takes(1_100);
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await work;
  expect(lines).toEqual([
    'Setting up the database …',
    'Bringing the database schema up to date',
    'Starting the database: done in 3.9 s',
  ]);
});
