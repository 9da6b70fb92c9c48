import fc from 'fast-check';

/** As much of JSON Schema (draft 2020-12) as the published document uses. */
export type Schema = {
  type?: string | string[];
  $ref?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
};

export type Vocabulary = {
  components: Record<string, Schema>;
  /** Texts that mean something in the register under test: ids, codes, numbers. */
  known: readonly string[];
};

const MOST_TEXT = 40;
const MOST_ITEMS = 4;
const SOME_NUMBERS = [0, 1, 2, 1980, 2026];

/** Values that the schema allows, often such that they name something that is there. */
export function valuesOf(schema: Schema, words: Vocabulary): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valuesOf(resolve(schema.$ref, words), words);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, words)));
  if (schema.allOf !== undefined) return merged(schema.allOf, words);
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type }, words)));
  switch (schema.type) {
    case 'object':
      return objects(schema, words);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, words), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS),
      });
    case 'string':
      return texts(schema, words);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function resolve(ref: string, { components }: Vocabulary): Schema {
  return components[ref.slice(ref.lastIndexOf('/') + 1)] ?? {};
}

function merged(parts: readonly Schema[], words: Vocabulary): fc.Arbitrary<unknown> {
  return fc
    .tuple(...parts.map((part) => valuesOf(part, words)))
    .map((values) => Object.assign({}, ...values.filter((value) => typeof value === 'object')));
}

function objects(schema: Schema, words: Vocabulary): fc.Arbitrary<unknown> {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => [key, valuesOf(value, words)]),
  );
  const known = fc.record(properties, { requiredKeys: schema.required ?? [] });
  const more = schema.additionalProperties;
  if (typeof more !== 'object') return known;
  const keys = texts({ type: 'string', ...schema.propertyNames }, words);
  const others = fc.dictionary(keys as fc.Arbitrary<string>, valuesOf(more, words), {
    maxKeys: MOST_ITEMS,
  });
  return fc.tuple(known, others).map(([one, other]) => ({ ...other, ...one }));
}

/** What is known of the register, where it fits; else anything that fits. */
function texts(schema: Schema, words: Vocabulary): fc.Arbitrary<string> {
  const fits = (text: string): boolean =>
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || new RegExp(schema.pattern).test(text));
  const fitting = words.known.filter(fits);
  const any = schema.pattern === undefined ? freeText(schema) : matching(schema.pattern);
  if (fitting.length === 0) return any;
  return fc.oneof(
    { arbitrary: fc.constantFrom(...fitting), weight: 4 },
    { arbitrary: any, weight: 1 },
  );
}

const made = new Map<string, fc.Arbitrary<string>>();

/** Made once for each kind of text: it is slow work, and the same few stand everywhere. */
function once(key: string, make: () => fc.Arbitrary<string>): fc.Arbitrary<string> {
  const found = made.get(key) ?? make();
  made.set(key, found);
  return found;
}

function freeText(schema: Schema): fc.Arbitrary<string> {
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.max(minLength, Math.min(schema.maxLength ?? MOST_TEXT, MOST_TEXT));
  return once(`${minLength} to ${maxLength}`, () =>
    fc.string({ minLength, maxLength, unit: 'grapheme' }),
  );
}

function matching(pattern: string): fc.Arbitrary<string> {
  return once(pattern, () => fc.stringMatching(new RegExp(pattern)));
}

function numbers(schema: Schema): fc.Arbitrary<number> {
  const min = schema.minimum ?? -1_000_000_000;
  const max = schema.maximum ?? 1_000_000_000;
  const some = SOME_NUMBERS.filter((number) => number >= min && number <= max);
  const any =
    schema.type === 'integer'
      ? fc.integer({ min: wholeOf(min), max: wholeOf(max) })
      : fc.double({ min, max, noNaN: true });
  return some.length === 0 ? any : fc.oneof(any, fc.constantFrom(...some));
}

/** fast-check's integers are 32 bits wide; the extremes beyond are among the hostile values. */
function wholeOf(bound: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(bound)));
}
