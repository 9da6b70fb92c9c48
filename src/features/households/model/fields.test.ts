import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FieldSubject, fieldForHeader, fieldOfKey, fields, plainHeader } from './fields.ts';

const subjects: FieldSubject[] = ['household', 'person', 'survey'];
const migration = readFileSync('db/migrations/20261123T0200_create_register.sql', 'utf8');
const laterMigrations = globSync('db/migrations/*.sql')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const tableOf = { household: 'household', person: 'person', survey: 'household_survey' };

const sqlTypeOf = {
  text: 'text',
  code: 'text',
  codes: 'text[]',
  boolean: 'boolean',
  integer: 'smallint',
  decimal: 'numeric',
  money: 'bigint',
  day: 'date',
  month: 'text',
  documentNumber: 'bytea',
  phone: 'bytea',
  bankAccount: 'bytea',
};

function columnsOfTable(table: string): Map<string, string> {
  const body = migration.split(`CREATE TABLE ${table} (`)[1]?.split('\n);')[0] ?? '';
  const columns = [...body.matchAll(/^ {2}([a-z_]+) ([a-z]+(?:\[\])?)/gm)];
  const added = [...laterMigrations.matchAll(new RegExp(`^ALTER TABLE ${table}\\n([^;]*);`, 'gm'))]
    .flatMap((match) => [...(match[1] ?? '').matchAll(/ADD COLUMN ([a-z_]+) ([a-z]+(?:\[\])?)/g)])
    .map((match) => [match[1] ?? '', match[2] ?? ''] as const);
  return new Map([...columns.map((match) => [match[1] ?? '', match[2] ?? ''] as const), ...added]);
}

type Labels = Record<FieldSubject, Record<string, string>>;

function labels(language: string): Labels {
  return JSON.parse(readFileSync(`messages/${language}/fields.json`, 'utf8')) as Labels;
}

describe.each(subjects)('the dictionary of the %s', (subject) => {
  it('has a column of the right type for every field', () => {
    const columns = columnsOfTable(tableOf[subject]);
    for (const field of fields[subject]) {
      expect(`${field.column} ${columns.get(field.column)}`).toBe(
        `${field.column} ${sqlTypeOf[field.type]}`,
      );
    }
  });

  it('names no header twice', () => {
    const seen = new Map<string, string>();
    for (const field of fields[subject]) {
      for (const header of new Set(field.headers.map(plainHeader))) {
        expect(`${header}: ${seen.get(header)}`).toBe(`${header}: undefined`);
        seen.set(header, field.key);
      }
    }
  });

  it('names a list for every field of codes, and for no other', () => {
    for (const field of fields[subject]) {
      const needsList = field.type === 'code' || field.type === 'codes';
      expect(`${field.key} ${field.list !== undefined}`).toBe(`${field.key} ${needsList}`);
    }
  });

  it('has a label in both languages for every field and for nothing else', () => {
    const keys = fields[subject].map((field) => field.key).sort();
    for (const language of ['zh-CN', 'en']) {
      expect(Object.keys(labels(language)[subject]).sort()).toEqual(keys);
    }
  });
});

describe('fieldForHeader', () => {
  it.each([
    ['household', '户编号', 'number'],
    ['household', ' * 户主姓名：', 'headName'],
    ['household', 'A22主要致贫原因', 'mainCause'],
    ['person', '身份证或残疾证号', 'documentNumber'],
    ['person', '务工时间（月）', 'workMonths'],
    ['person', '与户主\n关系', 'relation'],
    ['survey', '退耕还林（草）面积', 'convertedMu'],
    ['survey', '家庭人均纯收入', 'incomePerHeadFen'],
  ] as const)('finds the field of a %s under %j', (subject, header, key) => {
    expect(fieldForHeader(subject, header)?.key).toBe(key);
  });

  it('finds nothing under a header that no form has', () => {
    expect(fieldForHeader('person', '星座')).toBeUndefined();
  });
});

it('keeps every identity, contact and account value sealed or masked', () => {
  for (const type of ['documentNumber', 'phone', 'bankAccount'] as const) {
    const found = subjects
      .flatMap((subject) => fields[subject])
      .filter((field) => field.type === type);
    expect(found.length).toBeGreaterThan(0);
    for (const field of found) {
      expect(field.sensitive).toBeDefined();
      expect(field.column.endsWith('_sealed')).toBe(true);
    }
  }
  expect(fieldOfKey('person', 'health')?.sensitive).toBe('health');
  expect(fieldOfKey('person', 'noSuchField')).toBeUndefined();
});

it('knows no fields of a spell, whose acts stand in the same history', () => {
  expect(fieldOfKey('spell', 'endedOn')).toBeUndefined();
});
