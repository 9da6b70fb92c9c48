import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { allFiles, productFiles, read } from './source.ts';

const documents = globSync('**/*.md', {
  exclude: ['node_modules/**', 'data/**', 'dist/**'],
}).sort();

it('has no folder for leftovers: a file is named after what it holds', () => {
  const banned = /(^|[/.-])(utils?|helpers?|manager|dto|impl)([/.-]|$)|\/data\.ts$/;
  expect(allFiles.filter((file) => banned.test(file))).toEqual([]);
});

it('names files in kebab-case', () => {
  expect(allFiles.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
});

it('keeps files to 400 lines', () => {
  const written = allFiles.filter((file) => !file.endsWith('/api-types.ts'));
  expect(written.filter((file) => read(file).split('\n').length > 401)).toEqual([]);
});

it('writes SQL only in store files', () => {
  // Wrong: await tx`select …` in a use case. Right: a named function in store.ts.
  const sql =
    /`\s*(select|insert into|update|delete from|with|copy|lock|create|drop|alter|truncate)\s/i;
  const offenders = productFiles.filter(
    (file) =>
      file.startsWith('src/') &&
      !file.endsWith('store.ts') &&
      !file.includes('/web/') &&
      /\/(server|entry)\//.test(file) &&
      !/\/(testing|embedded|facts)\//.test(file) &&
      sql.test(read(file)),
  );
  expect(offenders).toEqual([]);
});

it('names migrations by time and deed', () => {
  const names = globSync('db/migrations/*.sql').map((file) => file.slice('db/migrations/'.length));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !/^\d{8}T\d{4}_[a-z]+(_[a-z]+)+\.sql$/.test(name))).toEqual([]);
});

it('dates decision records', () => {
  const records = globSync('docs/adr/*.md');
  expect(records.filter((file) => !/\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/.test(file))).toEqual([]);
});

it('gives every feature a README', () => {
  const features = globSync('src/features/*').filter((path) => statSync(path).isDirectory());
  expect(features.filter((folder) => !existsSync(join(folder, 'README.md')))).toEqual([]);
});

it('has no dead link in its documents', () => {
  const dead = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^(https?:|mailto:)/.test(link))
      .filter((link) => !existsSync(join(dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );
  expect(dead).toEqual([]);
});

it('has a sentence in both languages for every problem code', () => {
  const codes = new Set(
    productFiles.flatMap((file) =>
      [...read(file).matchAll(/new Problem\(\s*\d{3},\s*'([A-Za-z]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  );
  expect(codes.size).toBeGreaterThan(5);
  for (const language of ['zh-CN', 'en']) {
    const known = new Set(
      globSync(`messages/${language}/*.json`).flatMap((file) =>
        Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { problem?: object }).problem ?? {}),
      ),
    );
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
  }
});

it('gives each problem code to one feature only', () => {
  const seen = new Map<string, string>();
  for (const file of globSync('messages/zh-CN/*.json')) {
    const { problem = {} } = JSON.parse(readFileSync(file, 'utf8')) as { problem?: object };
    for (const code of Object.keys(problem)) {
      expect(seen.get(code), `${code} stands in ${seen.get(code)} and ${file}`).toBeUndefined();
      seen.set(code, file);
    }
  }
});

it('leaves no note to itself in the code', () => {
  const leftovers = /\b(TODO|FIXME|XXX|HACK)\b/;
  expect(allFiles.filter((file) => leftovers.test(read(file)))).toEqual([]);
});
