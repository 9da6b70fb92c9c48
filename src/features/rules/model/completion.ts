import type { FactRecord, Macro } from './expression.ts';
import { macros } from './expression.ts';
import { factNames, hasPersons, type RuleSubject, recordsFor } from './facts-schema.ts';
import { type FunctionName, functions } from './functions.ts';
import type { ParameterDeclaration } from './parameter.ts';
import { type RuleCodeListId, ruleCodes } from './rule-code-lists.ts';
import { type RuleType, typeText } from './rule-type.ts';
import { factLabel, type Words } from './sentence.ts';

/** What an editor offers while a rule is written. */
export type Completion = {
  readonly kind: 'record' | 'field' | 'parameter' | 'function' | 'macro' | 'clock';
  /** What is inserted: `survey.incomePerHeadFen`. */
  readonly text: string;
  readonly type: string;
  readonly description: string;
  readonly mayBeAbsent: boolean;
  /** The codes that the value may be compared with. */
  readonly codes: readonly { readonly code: string; readonly name: string }[];
};

function codesOfType(type: RuleType, words: Words): Completion['codes'] {
  if (type.kind === 'list') return codesOfType(type.of, words);
  return type.kind === 'code' ? namedCodes(type.list, words) : [];
}

function namedCodes(list: RuleCodeListId, words: Words): Completion['codes'] {
  return ruleCodes(list).map((entry) => ({ code: entry.code, name: entry[words.language] }));
}

/** Everything that a rule about the subject may say, described in the language of the words. */
export function completionsFor(
  subject: RuleSubject,
  parameters: Iterable<ParameterDeclaration>,
  words: Words,
): Completion[] {
  const records: readonly FactRecord[] = recordsFor(subject);
  const fields = factNames
    // Whatever a person has, a member has.
    .filter(
      ({ record }) => records.includes(record) || (record === 'person' && hasPersons(subject)),
    )
    .map(
      (fact): Completion => ({
        kind: 'field',
        text: `${fact.record}.${fact.name}`,
        type: typeText(fact.type),
        description: factLabel(fact, words),
        mayBeAbsent: fact.optional,
        codes: codesOfType(fact.type, words),
      }),
    );
  const named = [...parameters].map(
    (parameter): Completion => ({
      ...plain('parameter', `parameter.${parameter.id}`, words.parameter(parameter.id)),
      type: typeText(parameter.type),
      codes: codesOfType(parameter.type, words),
    }),
  );
  return [...fields, ...named, ...languageWords(subject, words)];
}

function plain(kind: Completion['kind'], text: string, description: string): Completion {
  return { kind, text, type: '', description, mayBeAbsent: false, codes: [] };
}

function languageWords(subject: RuleSubject, words: Words): Completion[] {
  const example = { one: 'a', two: 'b', list: '…', body: '…', where: '…' };
  const persons = hasPersons(subject)
    ? [plain('record', 'persons', words.t('rules:sentence.persons'))]
    : [];
  return [
    { ...plain('clock', 'on', words.t('rules:sentence.on')), type: 'day' },
    { ...plain('clock', 'year', words.t('rules:sentence.year')), type: 'int' },
    ...persons,
    ...macros.map((name: Macro) =>
      plain('macro', name, words.t(`rules:member.${name}`, { ...example, list: 'persons' })),
    ),
    ...(Object.keys(functions) as FunctionName[]).map((name) => ({
      ...plain('function', name, words.t(`rules:function.${name}`, example)),
      type: functions[name].map(({ takes }) => takes.map(typeText).join(', ')).join(' | '),
    })),
  ];
}
