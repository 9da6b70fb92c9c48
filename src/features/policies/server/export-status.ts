import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { openSheet } from '../../../platform/server/sheet.ts';
import type { StatusAnswer, TargetView } from '../model/contract.ts';
import { isUnitWritten } from '../model/unit.ts';

const columns = {
  number: 10,
  summary: 60,
  carriers: 36,
  lead: 24,
  light: 12,
  target: 36,
  aim: 12,
  actual: 12,
  unit: 10,
  due: 12,
} as const;
type Column = keyof typeof columns;

/** The clauses with their targets as a workbook, a row for each target and for each clause without one. */
export async function exportStatus(status: StatusAnswer, language: Language): Promise<Buffer> {
  const keys = Object.keys(columns) as Column[];
  const sheet = openSheet(
    text(language, 'policies:export.sheet'),
    keys.map((key) => ({
      header: text(language, `policies:export.${key}`),
      width: columns[key],
      style: { alignment: { vertical: 'top', wrapText: true } },
    })),
  );
  for (const row of rowsOf(status, language)) sheet.add(keys.map((key) => row[key] ?? null));
  return await sheet.close();
}

type Row = Readonly<Partial<Record<Column, string | number | null>>>;

function rowsOf({ clauses, targets }: StatusAnswer, language: Language): Row[] {
  const say = ({ zh, en }: { zh: string; en: string }): string => (language === 'en' ? en : zh);
  const byId = new Map(targets.map((target) => [target.id, target]));
  return clauses.flatMap((clause) => {
    const head: Row = {
      number: clause.number === '' ? clause.id : clause.number,
      summary: say(clause.summary),
      lead: clause.lead.map(({ title }) => say(title)).join(listSeparator[language]),
      carriers: clause.carriers.map(({ title }) => say(title)).join('\n'),
      light: clause.light === null ? '' : text(language, `policies:light.${clause.light}`),
    };
    const own = clause.carriers.flatMap(({ kind, id }) =>
      kind === 'targets' ? (byId.get(id) ?? []) : [],
    );
    return own.length === 0 ? [head] : own.map((target) => ({ ...head, ...cellsOf(target) }));
  });

  function cellsOf(target: TargetView): Row {
    const { title, value, actual, unit, due, compare, light } = target;
    return {
      target: say(title),
      aim: value === null ? '' : `${text(language, `policies:compareSign.${compare}`)} ${value}`,
      actual: actual === null ? null : Math.round(actual * 100) / 100,
      unit: isUnitWritten(unit) && unit !== '' ? text(language, `policies:unit.${unit}`) : '',
      due,
      light: light === null ? '' : text(language, `policies:light.${light}`),
    };
  }
}

const listSeparator: Record<Language, string> = { 'zh-CN': '、', en: ', ' };
