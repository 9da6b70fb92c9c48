import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { countCoverage, coverageOf } from '../model/coverage.ts';
import { isPackErrorCode } from '../model/error-codes.ts';
import type { ListKind, Pack } from '../model/pack.ts';
import type { CheckedPacks, LocatedError } from './check-packs.ts';

/** Kinds of items that the report counts. */
export const countedKinds = [
  'targets',
  'schedules',
  'obligations',
  'rules',
  'procedures',
  'fundRules',
  'indicators',
  'parameters',
] as const satisfies readonly ListKind[];

export type ReportedError = { file: string; line: number; code: string; message: string };

export type PackReport = {
  id: string;
  title: string;
  clauses: number;
  /** Carried out, or said why not; of them `exhortations` are said why not. */
  covered: number;
  exhortations: number;
  uncovered: string[];
  items: Record<(typeof countedKinds)[number], number>;
  errors: ReportedError[];
};

export type PacksReport = { ok: boolean; packs: PackReport[] };

/** What a check found, in words. */
export function reportOf(checked: CheckedPacks, language: Language): PacksReport {
  const packs = checked.packs.map(({ folder, pack, errors }) => ({
    ...countsOf(folder, pack, language),
    errors: errors.map((error) => reported(error, language)),
  }));
  return { ok: packs.length > 0 && packs.every(({ errors }) => errors.length === 0), packs };
}

function countsOf(
  folder: string,
  pack: Pack | undefined,
  language: Language,
): Omit<PackReport, 'errors'> {
  const coverage = countCoverage(pack === undefined ? [] : coverageOf(pack));
  const items = Object.fromEntries(
    countedKinds.map((kind) => [kind, pack === undefined ? 0 : pack[kind].length]),
  ) as PackReport['items'];
  const title = pack?.head.value.title;
  return {
    id: pack?.head.value.id ?? folder,
    title: title === undefined ? folder : title[language === 'en' ? 'en' : 'zh'],
    ...coverage,
    uncovered: [...coverage.uncovered],
    items,
  };
}

function reported({ file, line, code, details }: LocatedError, language: Language): ReportedError {
  return { file: `packs/${file}`, line, code, message: errorText(code, details, language) };
}

/** The sentence for an error of a pack or of the text of a rule in it. */
export function errorText(
  code: string,
  details: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const values = { ...details, ...wordsIn(details, language) };
  const key = isPackErrorCode(code) ? `packs:error.${code}` : `rules:fault.${code}`;
  return text(language, key, values);
}

/** Details that are titles in both languages, in the one asked for. */
function wordsIn(
  details: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, string> {
  const titles = Object.entries(details).filter(
    (entry): entry is [string, { zh: string; en: string }] =>
      typeof entry[1] === 'object' && entry[1] !== null && 'zh' in entry[1] && 'en' in entry[1],
  );
  return Object.fromEntries(
    titles.map(([key, title]) => [key, title[language === 'en' ? 'en' : 'zh']]),
  );
}
