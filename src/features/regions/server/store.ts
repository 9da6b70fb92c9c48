import {
  ancestorAt,
  levels,
  parentOf,
  type RegionCode,
  rangeOf,
} from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Region, RegionName } from '../model/region.ts';

/** The region of that code, ended ones included. */
export async function findRegion(tx: Transaction, code: RegionCode): Promise<Region | undefined> {
  const county = ancestorAt(code, 'county');
  const isVillage = code.length === 12 && county !== undefined;
  const [row] = await (isVillage ? selectVillage(tx, county, code) : selectRegion(tx, code));
  return row;
}

function selectRegion(tx: Transaction, code: RegionCode) {
  return tx<Region[]>`
    select code, name, full_name as "fullName", level, class, former_names as "formerNames",
           valid_from as "validFrom", valid_to as "validTo", successor_code as successor
      from region where code = ${code}`;
}

function selectVillage(tx: Transaction, county: RegionCode, code: RegionCode) {
  return tx<Region[]>`
    select v.code, v.name, r.full_name || v.name as "fullName", 'village' as level, v.class,
           v.former_names as "formerNames", v.valid_from as "validFrom", v.valid_to as "validTo",
           v.successor_code as successor
      from village v join region r on r.code = ${parentOf(code) ?? ''}
     where v.county_code = ${county} and v.code = ${code}`;
}

/** From the nation down to the region itself. */
export async function findPath(tx: Transaction, code: RegionCode): Promise<RegionName[]> {
  const codes = levels
    .map((level) => ancestorAt(code, level))
    .filter((ancestor) => ancestor !== undefined && ancestor.length < 12) as string[];
  const path = await tx<RegionName[]>`
    select code, name, level, class from region where code = any(${codes}) order by code`;
  const county = ancestorAt(code, 'county');
  if (code.length < 12 || county === undefined) return path;
  const village = await tx<RegionName[]>`
    select code, name, 'village' as level, class from village where county_code = ${county} and code = ${code}`;
  return [...path, ...village];
}

/** Up to `limit` divisions just below the region in the order of their codes, after `after`; living ones only. */
export async function findChildren(
  tx: Transaction,
  code: RegionCode,
  page: { after?: RegionCode | undefined; limit: number },
): Promise<RegionName[]> {
  const county = ancestorAt(code, 'county');
  if (code.length === 12) return [];
  if (code.length === 9 && county !== undefined) {
    const { from, to } = rangeOf(code);
    return await tx<RegionName[]>`
      select code, name, 'village' as level, class from village
       where county_code = ${county} and code >= ${from} and code < ${to} and code > ${page.after ?? ''}
         and valid_to is null
       order by code limit ${page.limit}`;
  }
  return await tx<RegionName[]>`
    select code, name, level, class from region
     where parent_code = ${code} and code > ${page.after ?? ''} and valid_to is null
     order by code limit ${page.limit}`;
}

/** The codes of all living villages in the region, in their order. */
export async function findVillages(tx: Transaction, code: RegionCode): Promise<RegionCode[]> {
  const { from, to } = rangeOf(code);
  const county = code.slice(0, 6);
  const rows = await tx<{ code: RegionCode }[]>`
    select code from village
     where county_code >= ${county} and county_code < ${`${county}:`} and code >= ${from} and code < ${to}
       and valid_to is null
     order by code`;
  return rows.map((row) => row.code);
}

/** Every living division two levels below the region, in the order of their codes. */
export async function findGrandchildren(tx: Transaction, code: RegionCode): Promise<RegionName[]> {
  if (code.length >= 9) return [];
  if (code.length === 6) {
    return await tx<RegionName[]>`
      select code, name, 'village' as level, class from village
       where county_code = ${code} and valid_to is null order by code`;
  }
  return await tx<RegionName[]>`
    select g.code, g.name, g.level, g.class from region g join region c on c.code = g.parent_code
     where c.parent_code = ${code} and g.valid_to is null and c.valid_to is null order by g.code`;
}

/** Which of these codes are divisions, ended ones included. */
export async function findExistingCodes(
  tx: Transaction,
  codes: readonly RegionCode[],
): Promise<Set<string>> {
  const regions = codes.filter((code) => code.length < 12);
  const villages = codes.filter((code) => code.length === 12);
  const counties = [...new Set(villages.map((code) => code.slice(0, 6)))];
  const rows = [
    ...(await tx<
      { code: string }[]
    >`select code from region where code = any(${regions as string[]})`),
    ...(await tx<{ code: string }[]>`
      select code from village
       where county_code = any(${counties}) and code = any(${villages as string[]})`),
  ];
  return new Set(rows.map(({ code }) => code));
}

export type RegionNames = { name: string; fullName: string };

/** The names of these regions, the nation, villages and ended ones included; unknown codes are absent. */
export async function regionNames(
  tx: Transaction,
  codes: readonly RegionCode[],
): Promise<Map<RegionCode, RegionNames>> {
  const regions = [...new Set(codes.filter((code) => code.length < 12))] as string[];
  const villages = [...new Set(codes.filter((code) => code.length === 12))] as string[];
  const counties = [...new Set(villages.map((code) => code.slice(0, 6)))];
  type Row = RegionNames & { code: RegionCode };
  const rows = [
    ...(await tx<
      Row[]
    >`select code, name, full_name as "fullName" from region where code = any(${regions})`),
    ...(villages.length === 0
      ? []
      : await tx<Row[]>`
          select v.code, v.name, r.full_name || v.name as "fullName"
            from village v join region r on r.code = left(v.code, 9)
           where v.county_code = any(${counties}) and v.code = any(${villages})`),
  ];
  return new Map(rows.map(({ code, name, fullName }) => [code, { name, fullName }]));
}
