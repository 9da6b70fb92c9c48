import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { productFiles, read } from './source.ts';

type Texts = { [key: string]: string | Texts };

const languages = ['zh-CN', 'en'] as const;
type Catalogue = Map<string, Texts>;

function readCatalogue(language: string): Catalogue {
  return new Map(
    globSync(`messages/${language}/*.json`).map((file) => [
      file.slice(file.lastIndexOf('/') + 1, -'.json'.length),
      JSON.parse(readFileSync(file, 'utf8')) as Texts,
    ]),
  );
}

const catalogues = new Map(languages.map((language) => [language, readCatalogue(language)]));
const chinese: Catalogue = catalogues.get('zh-CN') ?? new Map<string, Texts>();

/** English has one and many, Chinese does not tell them apart: the suffix is not part of the key. */
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function leavesOf(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const key = path === '' ? name : `${path}.${name}`;
    return typeof value === 'string'
      ? [[key.replace(pluralSuffix, ''), value]]
      : leavesOf(value, key);
  });
}

function valuesNamedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

function find(namespace: string, path: string): string | Texts | undefined {
  let here: string | Texts | undefined = chinese.get(namespace);
  for (const name of path.split('.')) {
    if (typeof here !== 'object') return undefined;
    here = here[name] ?? here[`${name}_other`];
  }
  return here;
}

type Node = { type: string; start: number; [property: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function nodesOf(code: string, file: string): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    found.push(value);
    for (const property of Object.values(value)) visit(property);
  };
  visit(parseSync(file, code).program);
  return found;
}

const spoken =
  /^(title|label|placeholder|alt|description|explanation|confirm|caption|search|note|aria-label)$/;
const letters = /\p{L}/u;
const han = /\p{Script=Han}/u;

function literalText(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string'
    ? node['value']
    : undefined;
}

/** Words that stand in the code of a screen instead of in the message files. */
function wordsIn(code: string, file: string): string[] {
  return nodesOf(code, file).flatMap((node) => {
    switch (node.type) {
      case 'JSXText':
        return letters.test(String(node['value'])) ? [String(node['value']).trim()] : [];
      case 'JSXAttribute': {
        const name = (node['name'] as { name: unknown }).name;
        const text = literalText(node['value']);
        return spoken.test(String(name)) && text !== undefined && letters.test(text) ? [text] : [];
      }
      case 'Literal': {
        const text = literalText(node) ?? '';
        return han.test(text) ? [text] : [];
      }
      case 'TemplateElement': {
        const text = (node['value'] as { raw: string }).raw;
        return han.test(text) ? [text] : [];
      }
      default:
        return [];
    }
  });
}

/** Keys named in the code that the message files do not have: whole ones, and beginnings of computed ones. */
function deadKeysIn(code: string, file: string): string[] {
  return nodesOf(code, file).flatMap((node) => {
    if (node.type === 'TemplateLiteral') {
      const [first] = node['quasis'] as { value: { raw: string } }[];
      const [, namespace, path] =
        /^([a-z][A-Za-z-]*):([\w.-]+)\.$/.exec(first?.value.raw ?? '') ?? [];
      if (namespace === undefined || path === undefined || !chinese.has(namespace)) return [];
      return typeof find(namespace, path) === 'object' ? [] : [`${namespace}:${path}.…`];
    }
    const [, namespace, path] = /^([a-z][A-Za-z-]*):([\w.-]+)$/.exec(literalText(node) ?? '') ?? [];
    if (namespace === undefined || path === undefined || !chinese.has(namespace)) return [];
    return typeof find(namespace, path) === 'string' ? [] : [`${namespace}:${path}`];
  });
}

const screenFiles = productFiles.filter(
  (file) => /\/web\//.test(file) && !file.endsWith('api-types.ts'),
);

it('has the same message files in both languages', () => {
  expect(chinese.size).toBeGreaterThan(1);
  expect([...(catalogues.get('en')?.keys() ?? [])].sort()).toEqual([...chinese.keys()].sort());
});

it.each([...chinese.keys()].sort())(
  'has the same keys and values in both languages: %s',
  (namespace) => {
    const [zh, en] = languages.map((language) => {
      const leaves = leavesOf(catalogues.get(language)?.get(namespace) ?? {});
      return new Map(leaves.map(([key, text]) => [key, valuesNamedIn(text)]));
    });
    expect([...(en?.keys() ?? [])].sort()).toEqual([...(zh?.keys() ?? [])].sort());
    const differing = [...(zh ?? [])].filter(
      ([key, values]) => values.join() !== en?.get(key)?.join() && !pluralIn(namespace, key),
    );
    expect(
      differing.map(([key]) => `${namespace}:${key} fills in other values in English`),
    ).toEqual([]);
  },
);

/** "1 record" may leave out the number that "{{number}} records" fills in. */
function pluralIn(namespace: string, key: string): boolean {
  return find(namespace, `${key}_other`) !== undefined || find(namespace, key) === undefined;
}

it('leaves no text empty', () => {
  const empty = languages.flatMap((language) =>
    [...(catalogues.get(language) ?? [])].flatMap(([namespace, texts]) =>
      leavesOf(texts)
        // What stands between two names is nothing in Chinese and a space in English.
        .filter(([key, text]) => text.trim() === '' && !/[sS]eparator$/.test(key))
        .map(([key]) => `${language} ${namespace}:${key}`),
    ),
  );
  expect(empty).toEqual([]);
});

it('catches a planted violation of each kind', () => {
  const plant = (code: string) => wordsIn(code, 'planted.tsx');
  expect(plant('const a = <p>Save it</p>;')).toEqual(['Save it']);
  expect(plant('const a = <Button title="Save" />;')).toEqual(['Save']);
  expect(plant("const a = '保存';")).toEqual(['保存']);
  expect(plant('const a = `第${n}页`;')).toEqual(['第', '页']);
  expect(plant("const a = <p>{t('shell:do.save')} · 1</p>; // 保存")).toEqual([]);
  expect(deadKeysIn("t('shell:do.nothingLikeIt')", 'planted.ts')).toEqual([
    'shell:do.nothingLikeIt',
  ]);
  expect(deadKeysIn('t(`shell:nowhere.${x}`)', 'planted.ts')).toEqual(['shell:nowhere.…']);
  expect(deadKeysIn("t('intake-desk:nothingLikeIt')", 'planted.ts')).toEqual([
    'intake-desk:nothingLikeIt',
  ]);
  expect(deadKeysIn('t(`intake-desk:nowhere.${x}`)', 'planted.ts')).toEqual([
    'intake-desk:nowhere.…',
  ]);
  expect(deadKeysIn("t('shell:do.save'); t(`shell:role.${x}`)", 'planted.ts')).toEqual([]);
});

it('keeps words out of the code of screens', () => {
  // Wrong: <Button>Save</Button>. Right: <Button>{t('shell:do.save')}</Button>
  expect(screenFiles.length).toBeGreaterThan(20);
  const offenders = screenFiles.flatMap((file) =>
    wordsIn(read(file), file).map((words) => `${file}: ${words}`),
  );
  expect(offenders).toEqual([]);
});

it('names only keys that the message files have', () => {
  const dead = productFiles.flatMap((file) =>
    deadKeysIn(read(file), file).map((key) => `${file}: ${key}`),
  );
  expect(dead).toEqual([]);
});
