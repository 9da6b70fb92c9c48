import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refusingCodes, warningCodes } from '../../model/reasons.ts';

it.each(['zh-CN', 'en'])(
  'has a few words for every reason of a refusal or warning: %s',
  (language) => {
    const texts = JSON.parse(readFileSync(`messages/${language}/intake-desk.json`, 'utf8')) as {
      reason: Record<string, string>;
    };
    expect(Object.keys(texts.reason).sort()).toEqual([...refusingCodes, ...warningCodes].sort());
  },
);
