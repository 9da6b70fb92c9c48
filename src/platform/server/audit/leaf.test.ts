import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActContent,
  canonicalAct,
  canonicalEvent,
  type EventContent,
  leafHashOfAct,
  leafHashOfEvent,
} from './leaf.ts';

const act: ActContent = {
  county_code: '990101',
  id: '019ab0f0-0000-7000-8000-000000000001',
  village_code: '990101100200',
  household_id: '019ab0f0-0000-7000-8000-000000000002',
  kind: 'household.corrected',
  subject: 'household',
  subject_id: '019ab0f0-0000-7000-8000-000000000002',
  request_id: '019ab0f0-0000-7000-8000-000000000003',
  ordinal: 0,
  account_id: '019ab0f0-0000-7000-8000-000000000004',
  posting_id: null,
  device: null,
  happened_on: '2026-11-23',
  recorded_at: '2026-11-23T01:30:00.120000Z',
  reason: '入户核实',
  before: { roof: 'tile', rooms: 2 },
  after: { rooms: 3, roof: 'tile' },
  batch_id: null,
  batch_row: null,
};

const event: EventContent = {
  id: '019ab0f0-0000-7000-8000-000000000005',
  at: '2026-11-23T01:30:00.000000Z',
  account_id: '019ab0f0-0000-7000-8000-000000000004',
  posting_id: null,
  kind: 'household.unmasked',
  region_code: '990101100200',
  subject: 'person',
  subject_id: '019ab0f0-0000-7000-8000-000000000006',
  purpose: '核对低保',
  detail: null,
};

const body = fc.option(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>), {
  nil: null,
});
const anyAct: fc.Arbitrary<ActContent> = fc.record({
  ...(Object.fromEntries(
    Object.entries(act).map(([name, value]) => [name, fc.constant(value)]),
  ) as { [Name in keyof ActContent]: fc.Arbitrary<ActContent[Name]> }),
  kind: fc.string(),
  reason: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
  device: fc.option(fc.string(), { nil: null }),
  ordinal: fc.nat(),
  batch_row: fc.option(fc.nat(), { nil: null }),
  before: body,
  after: body,
});

describe('the canonical bytes', () => {
  it('are those of RFC 8785, whatever the act says', () => {
    fc.assert(
      fc.property(anyAct, (any) => {
        expect(canonicalAct(any)).toBe(canonicalize({ type: 'act', ...any }));
      }),
    );
    expect(canonicalEvent(event)).toBe(canonicalize({ type: 'event', ...event }));
  });

  it.each<[string, Record<string, unknown>]>([
    ['names like numbers', { '10': 'a', '9': 'b', rooms: [{ '2': 1, '10': 2 }] }],
    ['a name that objects treat in their own way', JSON.parse('{"b": 1, "__proto__": {"a": 1}}')],
    ['names beyond the basic plane', { '\u{1f600}': 1, '\ufb33': 2, '€': 3 }],
    ['values that are left out', { b: undefined, a: [undefined, { c: undefined, d: null }] }],
    ['a day as an object', { day: new Date(0), a: 1 }],
    ['numbers of every size', { a: [1e21, 1e-7, -0, 0.1, 333333333.3333333, 4.5e15] }],
  ])('are those of RFC 8785 for %s', (_case, after) => {
    expect(canonicalAct({ ...act, after })).toBe(canonicalize({ type: 'act', ...act, after }));
  });

  it('do not depend on the order of names inside', () => {
    const turned = { ...act, before: { rooms: 2, roof: 'tile' } };
    expect(leafHashOfAct(turned)).toEqual(leafHashOfAct(act));
  });

  it('take identifiers and instants as the database gives them back', () => {
    const sent = {
      ...act,
      request_id: act.request_id.toUpperCase(),
      recorded_at: '2026-11-23T01:30:00.12Z',
    };
    expect(leafHashOfAct(sent)).toEqual(leafHashOfAct(act));
  });

  it('take half a surrogate pair as the database does', () => {
    const half = '\ud83d';
    expect(Buffer.from(half, 'utf8').toString('utf8')).toBe('\ufffd');
    expect(leafHashOfAct({ ...act, reason: half })).toEqual(
      leafHashOfAct({ ...act, reason: '\ufffd' }),
    );
  });

  it('are refused for a day or an instant written otherwise', () => {
    expect(() => leafHashOfAct({ ...act, happened_on: '23.11.2026' })).toThrow('YYYY-MM-DD');
    expect(() => leafHashOfAct({ ...act, recorded_at: '2026-11-23 01:30:00+00' })).toThrow('UTC');
  });
});

describe('the leaf hash', () => {
  it('is SHA-256 of a zero byte and the canonical bytes', () => {
    const expected = createHash('sha256')
      .update(Buffer.of(0))
      .update(canonicalAct(act), 'utf8')
      .digest();
    expect(leafHashOfAct(act)).toEqual(expected);
  });

  const changes: { [Name in keyof ActContent]: ActContent[Name] } = {
    county_code: '990102',
    id: '019ab0f0-0000-7000-8000-000000000009',
    village_code: '990101100201',
    household_id: null,
    kind: 'household.added',
    subject: 'person',
    subject_id: '019ab0f0-0000-7000-8000-000000000009',
    request_id: '019ab0f0-0000-7000-8000-000000000009',
    ordinal: 1,
    account_id: '019ab0f0-0000-7000-8000-000000000009',
    posting_id: '019ab0f0-0000-7000-8000-000000000009',
    device: 'tablet 7',
    happened_on: '2026-11-22',
    recorded_at: '2026-11-23T01:30:00.120001Z',
    reason: null,
    before: { roof: 'tile', rooms: 2.5 },
    after: null,
    batch_id: '019ab0f0-0000-7000-8000-000000000009',
    batch_row: 0,
  };

  it.each(Object.entries(changes))('is another once %s is another', (name, value) => {
    expect(leafHashOfAct({ ...act, [name]: value })).not.toEqual(leafHashOfAct(act));
  });

  const eventChanges: { [Name in keyof EventContent]: EventContent[Name] } = {
    id: '019ab0f0-0000-7000-8000-000000000009',
    at: '2026-11-23T01:30:00.000001Z',
    account_id: null,
    posting_id: '019ab0f0-0000-7000-8000-000000000009',
    kind: 'household.exported',
    region_code: null,
    subject: null,
    subject_id: null,
    purpose: null,
    detail: {},
  };

  it.each(Object.entries(eventChanges))(
    'of an event is another once %s is another',
    (name, value) => {
      expect(leafHashOfEvent({ ...event, [name]: value })).not.toEqual(leafHashOfEvent(event));
    },
  );

  it('tells an act from an event', () => {
    expect(canonicalAct(act)).toContain('"type":"act"');
    expect(canonicalEvent(event)).toContain('"type":"event"');
  });
});
