import { levelOf } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { findChildren, regionNames } from '../../regions/server/index.ts';
import type { FindingChoice, SummaryAnswer } from '../model/contract.ts';
import type { RuleLevel } from '../model/index.ts';
import { askedRegion, wayTo } from './places.ts';
import {
  type Asked,
  type Counts,
  countByDivision,
  countByLevel,
  countByRule,
  countHouseholds,
} from './summary-store.ts';

// More than any division of China has below it.
const MOST_DIVISIONS = 5000;

const nothing: Counts = { open: 0, explained: 0, exempted: 0, households: 0 };

/** How the register of a region stands by the data rules: by level, by rule, by what lies below. */
export async function summarise(
  context: Context,
  choice: Pick<FindingChoice, 'region' | 'ruleId' | 'level'>,
): Promise<SummaryAnswer> {
  const region = askedRegion(context, choice.region);
  const asked = { facts: context.services.facts, region, today: context.today };
  const levels = await countByLevel(asked);
  const of = (level: RuleLevel): Counts => levels.find((row) => row.level === level) ?? nothing;
  const { households, faulty } = await countHouseholds(asked);
  return {
    ...(await wayTo(context, region)),
    households,
    faultyHouseholds: faulty,
    levels: { E: of('E'), W: of('W'), I: of('I') },
    rules: await countByRule(asked),
    regions: await divisionsBelow(context, asked, choice),
  };
}

async function divisionsBelow(
  { tx }: Context,
  asked: Asked,
  choice: Pick<FindingChoice, 'ruleId' | 'level'>,
): Promise<SummaryAnswer['regions']> {
  const found = await countByDivision(asked, choice);
  const children = await findChildren(tx, asked.region, { limit: MOST_DIVISIONS });
  const codes = [...new Set([...children.map(({ code }) => code), ...found.keys()])].sort();
  const names = await regionNames(tx, codes as (typeof asked.region)[]);
  return (codes as (typeof asked.region)[]).map((code) => ({
    code,
    name: names.get(code)?.name ?? code,
    level: levelOf(code),
    ...(found.get(code) ?? { households: 0, E: 0, W: 0, I: 0 }),
  }));
}
