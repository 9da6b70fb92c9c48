import { fields } from '../../../households/model/index.ts';
import { factNameOf, ruleCodes } from '../../../rules/model/index.ts';
import { itemsOf } from '../chain.ts';
import type { PackErrorCode } from '../error-codes.ts';
import { type EntryOf, inside, type PackError, type Place } from '../pack.ts';
import { nearestWord } from '../suggestion.ts';
import { type Checking, fault } from './context.ts';

/** What items name in one another, and in the register: indicators, parameters, fields. */
export function checkFigures(checking: Checking): PackError[] {
  return [
    ...checkTargets(checking),
    ...checkParameters(checking),
    ...checking.pack.fundRules.flatMap(({ value, at }) =>
      parameterFault(value.parameter, at, checking),
    ),
    ...checkRegisters(checking),
    ...checkForms(checking),
  ];
}

function missing(
  written: string,
  known: Iterable<string>,
  at: Place,
  code: PackErrorCode,
): PackError {
  return fault(at, code, { id: written, suggestion: nearestWord(written, known) ?? '–' });
}

function checkTargets(checking: Checking): PackError[] {
  const indicators = new Map(
    itemsOf(checking.chain, 'indicators').map(({ value }) => [value.id, value]),
  );
  const indicatorFault = (id: string | undefined, at: Place): PackError[] =>
    id === undefined || indicators.has(id)
      ? []
      : [missing(id, indicators.keys(), inside(at, 'indicator'), 'indicatorNotKnown')];
  const { targets, schedules } = checking.pack;
  return [
    ...targets.flatMap(({ value: target, at }) => [
      ...indicatorFault(target.indicator, at),
      ...parameterFault(target.parameter, at, checking),
    ]),
    ...schedules.flatMap(({ value, at }) => indicatorFault(value.indicator, at)),
  ];
}

function parameterFault(id: string | undefined, at: Place, { tables }: Checking): PackError[] {
  if (id === undefined) return [];
  const table = tables.get(id);
  if (table === undefined)
    return [missing(id, tables.keys(), inside(at, 'parameter'), 'parameterNotKnown')];
  const isNumber = table.values.every(({ value }) => typeof value === 'number');
  return isNumber ? [] : [fault(inside(at, 'parameter'), 'parameterIsNoNumber', { id })];
}

function checkParameters({ pack, tables }: Checking): PackError[] {
  return pack.parameters.flatMap(({ value: parameter, at }) => {
    const { id, unit, list } = parameter;
    const table = tables.get(id);
    if (table !== undefined && table.unit !== unit) {
      const details = { id, unit, inherited: table.unit, pack: table.pack };
      return [fault(inside(at, 'unit'), 'unitDiffers', details)];
    }
    if (list === undefined) return [];
    const codes = codesOfList(list);
    if (codes === undefined) return [fault(inside(at, 'list'), 'codeListNotKnown', { list })];
    return parameter.values.flatMap(({ value }, place) =>
      (Array.isArray(value) ? (value as string[]) : [])
        .filter((code) => !codes.includes(code))
        .map((code) =>
          fault(inside(at, 'values', place, 'value'), 'codeNotInList', {
            code,
            list,
            suggestion: nearestWord(code, codes) ?? '–',
          }),
        ),
    );
  });
}

function codesOfList(list: string): string[] | undefined {
  try {
    return ruleCodes(list as Parameters<typeof ruleCodes>[0]).map(({ code }) => code);
  } catch {
    return undefined;
  }
}

function fieldKeys(of: 'household' | 'person' | 'survey'): string[] {
  return fields[of].map(({ key }) => key);
}

function fieldFault(written: string, at: Place): PackError[] {
  const [of = '', key = ''] = written.split('.');
  if (of === 'village') {
    return factNameOf('village', key) === undefined
      ? [missing(written, [], at, 'fieldNotKnown')]
      : [];
  }
  if (of !== 'household' && of !== 'person' && of !== 'survey') {
    return [missing(written, [], at, 'fieldNotKnown')];
  }
  const keys = fieldKeys(of);
  if (keys.includes(key)) return [];
  const near = nearestWord(key, keys);
  const suggestion = near === undefined ? '–' : `${of}.${near}`;
  return [fault(at, 'fieldNotKnown', { id: written, suggestion })];
}

function checkRegisters({ pack }: Checking): PackError[] {
  return pack.registers.flatMap(({ value, at }) =>
    (value.fields ?? []).flatMap((field, place) => fieldFault(field, inside(at, 'fields', place))),
  );
}

function checkForms({ pack }: Checking): PackError[] {
  return pack.forms.flatMap(({ value: form, at }) => {
    const seen = new Set<string>();
    return form.questions.flatMap((question, place) => {
      const here = inside(at, 'questions', place);
      const faults =
        question.field === undefined ? [] : fieldFault(question.field, inside(here, 'field'));
      if (faults.length === 0 && !hasChoices(question)) {
        faults.push(fault(inside(here, 'field'), 'choicesMissing'));
      }
      if (seen.has(question.id))
        faults.push(fault(inside(here, 'id'), 'idTwice', { id: question.id }));
      seen.add(question.id);
      return faults;
    });
  });
}

/** A choice without choices of its own takes those of the code list of its field. */
function hasChoices({ type, choices, field }: EntryOf<'forms'>['questions'][number]): boolean {
  if ((type !== 'choice' && type !== 'choices') || choices !== undefined) return true;
  const [of = '', key = ''] = (field ?? '').split('.');
  if (of !== 'household' && of !== 'person' && of !== 'survey') return false;
  return fields[of].some((each) => each.key === key && each.list !== undefined);
}
