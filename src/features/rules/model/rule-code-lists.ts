import { type CodeEntry, type CodeListId, codesOf } from '../../households/model/index.ts';

/** Code lists of places, which the register of households does not have. */
const placeCodeLists = {
  /** By this the centre shares the cost of programmes with the provinces. */
  regionClass: [
    { code: 'east', zh: '东部', en: 'East', aliases: [] },
    { code: 'middle', zh: '中部', en: 'Middle', aliases: [] },
    { code: 'west', zh: '西部', en: 'West', aliases: [] },
  ],
} as const satisfies Record<string, readonly CodeEntry[]>;

type PlaceCodeListId = keyof typeof placeCodeLists;
export type RuleCodeListId = CodeListId | PlaceCodeListId;

function isOfPlaces(list: RuleCodeListId): list is PlaceCodeListId {
  return Object.hasOwn(placeCodeLists, list);
}

/** The entries of a code list, of the register's or of places. */
export function ruleCodes(list: RuleCodeListId): readonly CodeEntry[] {
  return isOfPlaces(list) ? placeCodeLists[list] : codesOf(list);
}

export function hasRuleCode(list: RuleCodeListId, code: string): boolean {
  return ruleCodes(list).some((entry) => entry.code === code);
}
