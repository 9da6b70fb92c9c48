import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import type { RuleTotals, SummaryAnswer, SummaryQuery } from '../model/contract.ts';
import { added, type Counted, countEntitlements, nobody } from './count-entitlements.ts';
import { askedRegion, named, wayTo } from './places.ts';

/** How many in a region are due what, how many get it, and where. */
export async function summarise(context: Context, query: SummaryQuery): Promise<SummaryAnswer> {
  const { tx, services, today } = context;
  const region = askedRegion(context, query.region);
  const on = (query.on ?? today) as PlainDate;
  const counted = await countEntitlements({ tx, facts: services.facts }, { region, on });
  const rules = counted.rules.filter(
    ({ theme, effect }) => (query.theme ?? theme) === theme && (query.effect ?? effect) === effect,
  );
  const path = await wayTo(context, region);
  const [here] = await named(tx, [region]);
  return {
    region: here ?? { code: region, name: region, level: 'nation' },
    path,
    on,
    packs: await packsOf(context, counted),
    asked: { ...counted.asked },
    rules: [...rules],
    money: moneyOf(rules),
    places: await placesOf(context, counted, shownKeys(rules, query.rule)),
  };
}

function shownKeys(rules: readonly RuleTotals[], rule: string | undefined): readonly string[] {
  return rules.map(({ key }) => key).filter((key) => rule === undefined || rule === key);
}

async function packsOf({ tx }: Context, { parts }: Counted): Promise<SummaryAnswer['packs']> {
  const byPack = Map.groupBy(parts, ({ followed }) => followed.version);
  const names = new Map(
    (
      await named(
        tx,
        parts.map(({ region }) => region),
      )
    ).map((region) => [region.code, region]),
  );
  return [...byPack.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { id, title } = first.followed.pack.head.value;
    return [{ id, title, regions: same.flatMap(({ region }) => names.get(region) ?? []) }];
  });
}

/** Sums of what is paid, apart by how often it is paid. */
function moneyOf(rules: readonly RuleTotals[]): SummaryAnswer['money'] {
  const sumOf = (per: RuleTotals['per']) => {
    const paid = rules.filter((rule) => rule.per === per && rule.effect === 'entitlement');
    return {
      amountFen: paid.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
      notGotFen: paid.reduce((sum, { notGotFen }) => sum + (notGotFen ?? 0), 0),
    };
  };
  return { year: sumOf('year'), month: sumOf('month'), once: sumOf('once') };
}

async function placesOf(
  { tx }: Context,
  { places }: Counted,
  keys: readonly string[],
): Promise<SummaryAnswer['places']> {
  const codes: RegionCode[] = [...places.keys()].toSorted();
  return (await named(tx, codes)).map((region) => {
    const counts = places.get(region.code as RegionCode);
    const total = keys.reduce((sum, key) => added(sum, counts?.get(key) ?? nobody), nobody);
    return { ...region, ...total };
  });
}
