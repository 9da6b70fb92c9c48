import fc from 'fast-check';
import { hostileJson, hostileValue, textMutations } from './hostile-values.ts';
import { multipartBody } from './multipart.ts';
import { mutated } from './mutate.ts';
import { type Schema, type Vocabulary, valuesOf } from './schema-values.ts';

/** An operation of the published document, and which roles may use it. */
export type Operation = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string; schema: Schema; required?: boolean }[];
  readonly body: Schema | undefined;
  readonly isMultipart: boolean;
  readonly roles: readonly string[];
};

/** One request to send. */
export type Probe = {
  readonly operation: string;
  readonly kind: Kind;
  /** The role of who asks; undefined for somebody who is not signed in. */
  readonly who: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
};

type Kind = 'valid' | 'value' | 'text' | 'type' | 'header' | 'path';

const shares: Record<Kind, number> = { valid: 5, value: 9, text: 2, type: 2, header: 1, path: 1 };

/** Requests to one operation: valid ones, and ones that are spoiled in one way each. */
export function probesOf(operation: Operation, words: Vocabulary): fc.Arbitrary<Probe> {
  const kinds = Object.entries(shares) as [Kind, number][];
  return fc.oneof(
    ...kinds.map(([kind, weight]) => ({ arbitrary: ofKind(operation, kind, words), weight })),
  );
}

function ofKind(operation: Operation, kind: Kind, words: Vocabulary): fc.Arbitrary<Probe> {
  return fc
    .record({
      who: whoOf(operation),
      url: urlOf(operation, kind, words),
      body: bodyOf(operation, kind, words),
      headers: headersOf(kind),
    })
    .map(({ who, url, body, headers }) => ({
      operation: operation.name,
      kind,
      who,
      method: operation.method,
      url,
      headers: { ...body.headers, ...headers },
      payload: body.payload,
    }));
}

function whoOf({ roles }: Operation): fc.Arbitrary<string | undefined> {
  if (roles.length === 0) return fc.constant(undefined);
  return fc.oneof(
    { arbitrary: fc.constantFrom(...roles), weight: 12 },
    { arbitrary: fc.constant(undefined), weight: 1 },
    { arbitrary: fc.constantFrom('villageCadre', 'systemAdministrator', 'auditor'), weight: 1 },
  );
}

const badParts = [
  '%',
  '%00',
  '%zz',
  '%c0%af',
  '%ff',
  '..',
  '.',
  '',
  'a%2fb',
  '%ud800',
  '%E4%B8',
  'x'.repeat(9_000),
];

function urlOf(operation: Operation, kind: Kind, words: Vocabulary): fc.Arbitrary<string> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const spoiled = kind === 'value';
  const parts = fc.tuple(
    ...inPath.map(({ schema }) => {
      const right = textOf(valuesOf(schema, words));
      if (kind === 'path') return fc.oneof(right, fc.constantFrom(...badParts));
      return spoiled
        ? fc.oneof({ arbitrary: right, weight: 5 }, { arbitrary: textOf(hostileValue), weight: 1 })
        : right;
    }),
  );
  const query = fc.record(
    Object.fromEntries(
      inQuery.map(({ name, schema }) => [
        name,
        spoiled ? fc.oneof(valuesOf(schema, words), hostileValue) : valuesOf(schema, words),
      ]),
    ),
    { requiredKeys: inQuery.filter(({ required }) => required === true).map(({ name }) => name) },
  );
  return fc.tuple(parts, query, fc.nat()).map(([values, asked, odd]) => {
    const path = values.reduce<string>(
      (made, value, place) => made.replace(`{${inPath[place]?.name}}`, () => value),
      operation.path,
    );
    return `${kind === 'path' ? oddPath(path, odd) : path}${queryText(asked, kind, odd)}`;
  });
}

function oddPath(path: string, odd: number): string {
  const odds = [
    path,
    `${path}/`,
    `/${path}`,
    path.toUpperCase(),
    `${path}%00`,
    path.replace('api', 'api/.'),
  ];
  return odds[odd % odds.length] ?? path;
}

function queryText(asked: Record<string, unknown>, kind: Kind, odd: number): string {
  const pairs = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`);
  if (kind === 'value' && odd % 5 === 0) pairs.push(...pairs, `unknown=${odd}`, '__proto__=1');
  if (kind === 'path' && odd % 3 === 0) pairs.push('%=%', '=', '&&', 'a[b][c]=1', 'x=%ff');
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function textOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return values.map(encoded);
}

const LONGEST_PART = 12_000;

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, LONGEST_PART).toWellFormed());
}

type Body = { payload: string | undefined; headers: Record<string, string> };

function bodyOf(operation: Operation, kind: Kind, words: Vocabulary): fc.Arbitrary<Body> {
  if (operation.isMultipart) return multipartBody(kind !== 'valid');
  const json = { 'content-type': 'application/json' };
  if (operation.body === undefined) {
    if (kind !== 'text' || operation.method === 'GET')
      return fc.constant({ payload: undefined, headers: {} });
    return fc.constantFrom(...hostileJson).map((payload) => ({ payload, headers: json }));
  }
  const right = valuesOf(operation.body, words);
  const values = kind === 'value' ? mutated(right) : right;
  const payloads = values.map((value) => JSON.stringify(value) ?? 'null');
  if (kind !== 'text') return payloads.map((payload) => ({ payload, headers: json }));
  return fc
    .oneof(
      fc.constantFrom(...hostileJson),
      fc.tuple(payloads, fc.constantFrom(...textMutations)).map(([text, spoil]) => spoil(text)),
    )
    .map((payload) => ({ payload, headers: json }));
}

const contentTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json;;;',
  'APPLICATION/JSON',
  'application/problem+json',
  'x',
  '',
  '*/*',
  `application/json; ${'x'.repeat(4_000)}`,
];

const oddHeaders: Record<string, string>[] = [
  { cookie: 'mingbai_session=%00' },
  { cookie: `mingbai_session=${'x'.repeat(6_000)}` },
  { cookie: ';;;=;mingbai_session;a=b' },
  { 'accept-language': 'x'.repeat(5_000) },
  { 'accept-language': 'en;q=zz,,*;' },
  { 'accept-encoding': 'zstd;q=-1, identity;q=0' },
  { accept: 'application/xml' },
  { 'x-forwarded-for': '::::,%00,999.999.999.999' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
  { host: 'x'.repeat(300) },
  { origin: 'null' },
  { origin: 'http://[' },
  { 'sec-fetch-site': 'cross-site' },
  { range: 'bytes=5-1,-' },
  { 'if-none-match': '"'.repeat(100) },
  { 'content-encoding': 'gzip' },
  { expect: '100-continue' },
  { 'user-agent': '\u00ff'.repeat(2_000) },
];

function headersOf(kind: Kind): fc.Arbitrary<Record<string, string>> {
  if (kind === 'type')
    return fc.constantFrom(...contentTypes).map((type) => ({ 'content-type': type }));
  return kind === 'header' ? fc.constantFrom(...oddHeaders) : fc.constant({});
}
