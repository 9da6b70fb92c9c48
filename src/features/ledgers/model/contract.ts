import { z } from 'zod';
import { ledgerKinds, valueKinds } from './ledger.ts';

const Kind = z.enum(ledgerKinds);
const ValueKind = z.enum(valueKinds);
const CellValue = z.union([z.string(), z.number(), z.null()]);

const FactItem = z.object({
  label: z.string(),
  kind: ValueKind,
  value: CellValue,
  span: z.int().optional(),
});
const Part = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('facts'),
    id: z.string(),
    title: z.string(),
    across: z.int(),
    items: z.array(FactItem).readonly(),
  }),
  z.object({
    type: z.literal('table'),
    id: z.string(),
    title: z.string(),
    half: z.boolean(),
    columns: z
      .array(z.object({ title: z.string(), kind: ValueKind, width: z.number() }))
      .readonly(),
    rows: z
      .array(
        z.object({
          cells: z.array(CellValue).readonly(),
          role: z.enum(['plain', 'total', 'part']),
        }),
      )
      .readonly(),
    empty: z.string(),
  }),
  z.object({
    type: z.literal('signatures'),
    id: z.string(),
    items: z.array(z.string()).readonly(),
  }),
  z.object({ type: z.literal('notes'), id: z.string(), items: z.array(z.string()).readonly() }),
]);

/** A ledger as screens show it. Money is in fen, a share lies between 0 and 1, null is not stated. */
export const LedgerAnswer = z
  .object({
    kind: Kind,
    region: z.string(),
    title: z.string(),
    series: z.string(),
    place: z.string(),
    number: z.string(),
    name: z.string(),
    asOf: z.iso.date(),
    cover: z.array(FactItem).readonly(),
    blocks: z.array(Part).readonly(),
  })
  .meta({ id: 'Ledger' });
export type LedgerAnswer = z.output<typeof LedgerAnswer>;

const CountyCode = z.string().regex(/^\d{6}$/);
const Region = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/);

export const HouseholdPath = z.object({ county: CountyCode, id: z.uuid() });
export const RegionPath = z.object({ region: Region });

/** Why sensitive values are shown, in words that an auditor can judge. */
export const Purpose = z.string().trim().min(2).max(200);

/** What is to be printed. `purpose` asks for clear sensitive values, which only cards hold. */
export const PrintBody = z
  .object({
    kind: Kind,
    region: Region.optional().describe('The region of a book; for cards the village'),
    household: HouseholdPath.optional().describe('One card instead of a village of them'),
    format: z.enum(['pdf', 'xlsx']),
    purpose: Purpose.optional(),
  })
  .refine((body) => (body.household === undefined) !== (body.region === undefined), {
    message: 'region or household',
  })
  .refine((body) => body.household === undefined || body.kind === 'card', {
    message: 'a household has a card',
  })
  .refine((body) => body.purpose === undefined || body.kind === 'card', {
    message: 'only cards hold sensitive values',
  })
  .meta({ id: 'PrintOrder' });
export type PrintBody = z.output<typeof PrintBody>;

export const PrintPath = z.object({ id: z.uuid() });

export const PrintAnswer = z
  .object({
    id: z.uuid(),
    kind: Kind,
    region: z.string(),
    regionName: z.string(),
    household: HouseholdPath.nullable(),
    format: z.enum(['pdf', 'xlsx']),
    clear: z.boolean(),
    number: z.string().describe('Printed on every page, and in the audit event'),
    fileName: z.string(),
    orderedAt: z.iso.datetime(),
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    done: z.int().describe('Households done'),
    total: z.int(),
    pages: z.int().nullable(),
    bytes: z.int().nullable(),
    missing: z
      .array(z.object({ codePoint: z.string(), count: z.int() }))
      .describe('Characters that the font does not have'),
    problem: z.string().nullable(),
    problemText: z.string().nullable(),
  })
  .meta({ id: 'LedgerPrint' });
export type PrintAnswer = z.output<typeof PrintAnswer>;

export const PrintsAnswer = z.object({ prints: z.array(PrintAnswer) });
