import type { z } from 'zod';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import type { RulesAnswer } from '../model/contract.ts';
import { ruleCatalogue } from '../model/index.ts';

/** Every rule with its title and its sentences in the reader's language. */
export function rulesInWords(language: Language): z.output<typeof RulesAnswer>['rules'] {
  return ruleCatalogue.map(({ id, level, over }) => {
    const { title = id, ...sentences } = sentencesOf(language, id);
    return { id, level, over, title, sentences };
  });
}

function sentencesOf(language: Language, id: string): Record<string, string> {
  const values = { returnObjects: true, skipInterpolation: true };
  const found: unknown = text(language, `quality:${id}`, values);
  return typeof found === 'object' && found !== null ? (found as Record<string, string>) : {};
}
