import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { ParameterAnswer, ParametersAnswer, ValueView } from '../model/contract.ts';
import { type DatedValue, type ParameterTable, valueAt } from '../model/parameter-values.ts';
import { type Followed, followedPack, parametersFollowed } from './follow-pack.ts';
import { shippedLibrary } from './library.ts';
import { listProposals } from './propose-value.ts';

type Asked = {
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly pack?: string | undefined;
};

/** Every parameter at a place on a day, of the pack that is followed there or of the one asked for. */
export async function showParameters(context: Context, asked: Asked): Promise<ParametersAnswer> {
  const { region, on } = asked;
  const followed = await packAsked(context, asked);
  const tables = followed === undefined ? [] : await tablesOf(context, followed);
  return {
    region,
    on,
    pack: followed?.pack.head.value.id ?? null,
    parameters: tables.map((table) => {
      const inForce = valueAt(table, region, on);
      return { ...wordsOf(table), inForce: inForce === undefined ? null : viewOf(inForce) };
    }),
  };
}

/** One parameter with every value of the region and those around it, and what is proposed. */
export async function showParameter(
  context: Context,
  id: string,
  asked: Asked,
): Promise<ParameterAnswer> {
  const { region } = asked;
  const followed = await packAsked(context, asked);
  const tables = followed === undefined ? [] : await tablesOf(context, followed);
  const table = tables.find((each) => each.id === id);
  if (table === undefined) throw new Problem(404, 'parameterNotThere', { parameterId: id });
  const values = table.values
    .filter((value) => contains(value.region, region))
    .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  const proposals = await listProposals(context, region, undefined);
  return {
    ...wordsOf(table),
    region,
    values: values.map(viewOf),
    proposals: proposals.filter(({ parameterId }) => parameterId === id),
  };
}

async function packAsked(
  { tx }: Context,
  { region, on, pack: id }: Asked,
): Promise<Omit<Followed, 'version'> | undefined> {
  if (id === undefined) return await followedPack(tx, region, on);
  const library = shippedLibrary();
  const pack = library.find(id);
  if (pack === undefined) throw new Problem(404, 'packNotThere', { id });
  return { region, on, pack, chain: library.set.chainOf(pack), library, adoption: null };
}

async function tablesOf(
  { tx }: Context,
  followed: Omit<Followed, 'version'>,
): Promise<ParameterTable[]> {
  return [...(await parametersFollowed(tx, followed)).values()];
}

function wordsOf({ id, title, unit, note, pack }: ParameterTable) {
  return { id, title, unit, note: note ?? null, pack };
}

function viewOf({ value, region, from, until, cites, pack }: DatedValue): ValueView {
  return {
    value: typeof value === 'object' ? [...value] : value,
    region,
    from,
    until,
    cites: [...cites],
    pack,
  };
}
