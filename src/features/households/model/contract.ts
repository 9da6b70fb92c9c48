import { z } from 'zod';
import { codesOf } from './code-lists.ts';
import { type Field, type FieldSubject, fields } from './fields.ts';

/** A sensitive value as it is shown without a stated purpose. */
export const Masked = z
  .object({ masked: z.literal(true), shown: z.string() })
  .meta({ id: 'Masked', description: 'A sensitive value; ask for it with a purpose.' });

const Day = z.iso.date();
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const CountyCode = z.string().regex(/^\d{6}$/);
export const VillageCode = z.string().regex(/^\d{12}$/);
export const RecordId = z.uuid();

function codeSchema(field: Field): z.ZodType {
  if (field.list === undefined) throw new Error(`Field ${field.key} names no code list`);
  return z.enum(codesOf(field.list).map((entry) => entry.code) as [string, ...string[]]);
}

/** The values that a field takes, without "not stated". */
function valueSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'documentNumber':
    case 'phone':
    case 'bankAccount':
      return z.string().max(200);
    case 'code':
      return codeSchema(field);
    case 'codes':
      return z.array(codeSchema(field)).max(field.most ?? 20);
    case 'boolean':
      return z.boolean();
    case 'integer':
      return z.int();
    case 'decimal':
      return z.number();
    case 'money':
      return z.int().describe('fen');
    case 'day':
      return Day;
    case 'month':
      return Month;
  }
}

function shownSchema(field: Field): z.ZodType {
  const value = valueSchema(field).nullable();
  return field.sensitive === undefined ? value : z.union([Masked, value]);
}

function recordSchema(of: FieldSubject): z.ZodObject {
  return z.object(Object.fromEntries(fields[of].map((field) => [field.key, shownSchema(field)])));
}

function changeSchema(field: Field): z.ZodType {
  if (field.required === true) return valueSchema(field);
  const value = valueSchema(field).nullable();
  // A list without anything in it is an empty list; the rules count what is in it.
  return field.type === 'codes' ? value.overwrite((codes) => codes ?? []) : value;
}

/** Changed values of a record: a key that is left out stays as it is, null empties it. */
function changesSchema(of: FieldSubject): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(fields[of].map((field) => [field.key, changeSchema(field).optional()])),
  );
}

const place = {
  id: RecordId,
  countyCode: CountyCode,
  villageCode: VillageCode,
  version: z.int(),
};

export const HouseholdRecord = recordSchema('household')
  .extend({
    ...place,
    status: z.string(),
    closedOn: Day.nullable(),
    closeReason: z.string().nullable(),
    mergedInto: RecordId.nullable(),
  })
  .meta({ id: 'Household' });
export const PersonRecord = recordSchema('person')
  .extend({ ...place, householdId: RecordId, status: z.string() })
  .meta({ id: 'Person' });
export const SurveyRecord = recordSchema('survey')
  .extend({ ...place, householdId: RecordId })
  .meta({ id: 'Survey' });
export const SpellRecord = z
  .object({
    ...place,
    kind: z.string(),
    startedOn: Day,
    startReason: z.string(),
    endedOn: Day.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'RegistrationSpell' });

function codesIn(list: 'spellKind' | 'spellStart' | 'spellEnd') {
  return z.enum(codesOf(list).map((entry) => entry.code) as [string, ...string[]]);
}

/** A registration spell as it is recorded by hand. */
export const SpellBody = z
  .strictObject({
    kind: codesIn('spellKind'),
    startedOn: Day,
    startReason: codesIn('spellStart'),
    endedOn: Day.nullable(),
    endReason: codesIn('spellEnd').nullable(),
  })
  .meta({ id: 'SpellFacts' });
export const SpellEnd = z.object({ on: Day, how: codesIn('spellEnd') });

export const HouseholdChanges = changesSchema('household').meta({ id: 'HouseholdChanges' });
export const PersonChanges = changesSchema('person').meta({ id: 'PersonChanges' });
export const SurveyChanges = changesSchema('survey').meta({ id: 'SurveyChanges' });

/** What every request that changes the register says of itself. */
export const RequestSays = z.object({
  requestId: z.uuid().describe('Made by the sender; sent twice, recorded once.'),
  reason: z.string().min(1).max(500).optional(),
  happenedOn: Day.optional(),
});
export type RequestSays = z.output<typeof RequestSays>;

export const HouseholdKey = z.object({ county: CountyCode, id: RecordId });
