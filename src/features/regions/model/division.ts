import { levelOf, parentOf, type RegionCode, regionCode } from '../../../kernel/region-code.ts';

/**
 * What a list of divisions says beyond the code. A placeholder is a row that statistics need and
 * that is no place of its own: 市辖区 under a municipality, 省直辖县级行政区划, the single county
 * row of a prefecture without counties (东莞市), the collective row of a county's directly
 * governed villages.
 */
export type DivisionClass = 'placeholder';

export type Division = {
  readonly code: RegionCode;
  readonly name: string;
  readonly class: DivisionClass | null;
};

/** Divisions of the fictional province are for demonstration and tests; no national list has the code. */
export const FICTIONAL_PROVINCE = '99';

/**
 * The provinces of GB/T 2260 (710000, 810000, 820000) that the Bureau of Statistics lists no
 * divisions of. They are on every map and in every choice of provinces; no household hangs on them.
 */
export const provincesOutsideList: readonly Division[] = [
  { code: regionCode('71'), name: '台湾省', class: null },
  { code: regionCode('81'), name: '香港特别行政区', class: null },
  { code: regionCode('82'), name: '澳门特别行政区', class: null },
];

const placeholderName = /^(?:市辖区|县)$|直辖(?:县级行政区划|村级区划|村民小组)$/;

/** Tells placeholders from places. `nameOf` gives the name of the division above. */
export function classOf(
  division: { readonly code: RegionCode; readonly name: string },
  nameOf: (code: RegionCode) => string | undefined,
): DivisionClass | null {
  if (placeholderName.test(division.name)) return 'placeholder';
  if (levelOf(division.code) !== 'county') return null;
  const above = parentOf(division.code);
  return above !== undefined && nameOf(above) === division.name ? 'placeholder' : null;
}

/**
 * The name with the names above it, as written in an address: `广东省东莞市`. Placeholders above are
 * left out and nothing is said twice. `above` goes from the province down; the nation is not said.
 */
export function fullNameOf(
  division: Omit<Division, 'code'>,
  above: readonly Omit<Division, 'code'>[],
): string {
  const parts = above
    .filter((ancestor) => ancestor.class !== 'placeholder')
    .map((ancestor) => ancestor.name);
  if (parts.at(-1) !== division.name) parts.push(division.name);
  return parts.join('');
}
