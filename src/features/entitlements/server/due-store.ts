import type { RegionCode } from '../../../kernel/region-code.ts';
import type { SoundRule } from '../../packs/server/index.ts';
import { type AskedRule, type RuleQuery, ruleQuery } from '../../rules/server/index.ts';
import type { Part } from './parts.ts';
import { canBeAsked, rivalsAbove } from './rules-in-force.ts';

export type Subject = 'household' | 'person';

/** Conditions of SQL about one rule; each is true or false, never NULL. */
export type DueSql = {
  readonly sound: SoundRule;
  readonly due: string;
  /** It cannot be told whether it is due. */
  readonly open: string;
  readonly got: string;
  /** The register says that it is not received. */
  readonly notGot: string;
  /** What is due, in fen; NULL where that cannot be told. */
  readonly amount: string | null;
};

/** The rules of a part about one subject, made ready to be asked over all rows at once. */
export type DueQuery = {
  readonly subject: Subject;
  readonly alias: 'h' | 'p';
  readonly rules: readonly DueSql[];
  readonly query: RuleQuery;
  /** Keeps to the part: leaves out the divisions in it that follow another pack. */
  readonly within: string;
};

/** Compiles what is due to whom; the rules of an exclusive group are settled as for a single household. */
export function dueQuery(part: Part, subject: Subject): DueQuery | undefined {
  const rules = part.rules.filter(
    (sound) => sound.rule.subject === subject && canBeAsked(sound, part.rules),
  );
  if (rules.length === 0) return undefined;
  const asked: AskedRule[] = [];
  const places = rules.map((sound) => {
    const { rule, when, amount, receives } = sound;
    const own = asked.push({ id: rule.id, when, amount: amount ?? undefined }) - 1;
    const got = receives === null ? null : asked.push({ id: `${rule.id} got`, when: receives }) - 1;
    return { sound, own, got };
  });
  const query = ruleQuery(asked, {
    subject,
    on: part.on,
    scope: part.region,
    parameters: part.parameters,
    places: { villages: new Map(), counties: new Map() },
  });
  // Whoever belongs to a household that was closed is due nothing; and lists show the household's number.
  query.needs.household = true;
  const alias = subject === 'person' ? 'p' : 'h';
  return {
    subject,
    alias,
    query,
    within: part.without.map((code) => ` AND NOT ${insideSql(code, alias)}`).join(''),
    rules: places.map((place) => dueSql(place, { places, query })),
  };
}

type RulePlace = { readonly sound: SoundRule; readonly own: number; readonly got: number | null };

function dueSql(
  { sound, own, got }: RulePlace,
  { places, query }: { places: readonly RulePlace[]; query: RuleQuery },
): DueSql {
  const rivals = rivalsAbove(
    sound,
    places.map(({ sound: other }) => other),
  );
  const above = places.filter(({ sound: other }) => rivals.includes(other));
  const met = trueSql(query, own);
  const outranked = anyOf(above.map((rival) => trueSql(query, rival.own)));
  const doubtful = anyOf(above.map((rival) => openSql(query, rival.own)));
  const settled = `(${met} AND NOT ${outranked})`;
  return {
    sound,
    due: `(${settled} AND NOT ${doubtful})`,
    open: `(${openSql(query, own)} OR (${settled} AND ${doubtful}))`,
    got: got === null ? 'false' : trueSql(query, got),
    notGot: got === null ? 'false' : `NOT (${trueSql(query, got)} OR ${openSql(query, got)})`,
    amount: query.rules[own]?.amount ?? null,
  };
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
}

function trueSql({ rules }: RuleQuery, place: number): string {
  return `coalesce((${rules[place]?.met ?? 'false'}), false)`;
}

function openSql({ rules }: RuleQuery, place: number): string {
  const rule = rules[place];
  return rule?.mayBeUnanswered === true ? `((${rule.answer}) IS NULL)` : 'false';
}

const VILLAGE_DIGITS = 12;

/** A row lies in a division: village codes are numbers in the facts. */
function insideSql(division: RegionCode, alias: 'h' | 'p'): string {
  const size = 10 ** (VILLAGE_DIGITS - division.length);
  const first = Number(division) * size;
  return `(${alias}.village >= ${first} AND ${alias}.village < ${first + size})`;
}
