import { expect, it } from 'vitest';
import { languages, text } from '../../../platform/server/http/problem-catalogue.ts';
import { refusingCodes, warningCodes } from '../model/reasons.ts';
import { unreadableCodes } from './unreadable-file.ts';

const keys = [
  ...[...refusingCodes, ...warningCodes].map((code) => `intake:reason.${code}`),
  ...unreadableCodes.map((code) => `intake:file.${code}`),
];

it.each(keys)('has a sentence for %s in both languages', (key) => {
  for (const language of languages) {
    const path = key.slice('intake:'.length);
    expect(text(language, key)).not.toBe(path);
    expect(text(language, key)).not.toBe(key);
  }
});
