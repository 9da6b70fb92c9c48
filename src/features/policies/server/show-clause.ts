import type { Context } from '../../../platform/server/http/endpoint.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  type DatedValue,
  itemsOf,
  type ParameterTable,
  readCitation,
  valueAt,
} from '../../packs/model/index.ts';
import { showClause } from '../../packs/server/index.ts';
import { sentence, type Words } from '../../rules/model/index.ts';
import type { CheckedRule } from '../../rules/server/index.ts';
import type { ClauseInWords } from '../model/contract.ts';
import { isUnitWritten } from '../model/unit.ts';
import { measureOf } from './measures.ts';
import { type PackAsked, packAsked } from './pack-asked.ts';

type Asked = { pack: string; clause: string; region: string | undefined };

/** A clause with all that carries it out: rules as sentences, parameters with their values by date. */
export async function showClauseInWords(context: Context, asked: Asked): Promise<ClauseInWords> {
  const found = await packAsked(context, { id: asked.pack, region: asked.region });
  const shown = showClause(asked.pack, asked.clause);
  const ids = new Map(shown.items.map(({ kind, id }) => [`${kind} ${id}`, id]));
  const rules = found.library
    .rulesOf(found.pack)
    .filter(({ rule, pack }) => pack === asked.pack && ids.has(`rules ${rule.id}`));
  const measures = itemsOf(found.chain, 'indicators')
    .filter(({ value }) => ids.has(`indicators ${value.id}`))
    .flatMap((indicator) => measureOf(indicator, found) ?? []);
  const words = wordsIn(context, found);
  const say = (rule: CheckedRule | null): string | null =>
    rule === null ? null : sentence(rule.expression, words);
  const cite = citingIn(context, found);
  const named = new Set([
    ...shown.items.flatMap(({ kind, id }) => (kind === 'parameters' ? [id] : [])),
    ...rules.flatMap(({ when, amount }) => [...when.parameters, ...(amount?.parameters ?? [])]),
  ]);
  return {
    clause: shown.clause,
    items: shown.items,
    rules: rules.map(({ rule, when, amount, receives }) => ({
      id: rule.id,
      when: say(when) ?? '',
      amount: say(amount),
      receives: say(receives),
    })),
    measures: measures.map(({ indicator, behind }) => ({
      id: indicator.value.id,
      when: say(behind) ?? '',
    })),
    parameters: [...named].flatMap((id) => {
      const table = found.tables.get(id);
      return table === undefined ? [] : [parameterView(table, found, cite)];
    }),
  };
}

function wordsIn({ language }: Context, { tables, region, on }: PackAsked): Words {
  const short = language === 'en' ? 'en' : 'zh';
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    text(language, key, values);
  return {
    language: short,
    t: say,
    parameter: (id) => {
      const table = tables.get(id);
      if (table === undefined) return id;
      const value = valueAt(table, region, on)?.value;
      const name = table.title[short];
      if (value === undefined) return say('policies:clause.parameterWithout', { name });
      const written =
        typeof value === 'object' ? value.join(say('rules:sentence.listSeparator')) : value;
      if (!isUnitWritten(table.unit)) {
        return say('policies:clause.parameterSaidPlain', { name, value: written });
      }
      const unit = say(`policies:unit.${table.unit}`);
      return say('policies:clause.parameterSaid', { name, value: written, unit });
    },
  };
}

/** A citation as people read it: the clause, the other pack's clause, or the document with its number. */
function citingIn({ language }: Context, { pack, chain, library }: PackAsked): Cite {
  const short = language === 'en' ? 'en' : 'zh';
  const sources = new Map(
    chain.flatMap(({ head }) => head.value.sources.map((source) => [source.id, source] as const)),
  );
  return (citation, owner) => {
    const cited = readCitation(citation, owner);
    if (cited.kind === 'clause') {
      const { clause } = cited;
      if (cited.pack === pack.head.value.id) return text(language, 'policies:cite.own', { clause });
      const title = library.find(cited.pack)?.head.value.title[short] ?? cited.pack;
      return text(language, 'policies:cite.other', { title, clause });
    }
    const source = sources.get(cited.source);
    return text(language, 'policies:cite.source', {
      title: source?.title[short] ?? cited.source,
      number: source?.number ?? '',
      article: cited.article ?? '',
    }).trim();
  };
}

/** What an office set cites its document in its own words. */
type Cite = (citation: string, owner: string) => string;

function parameterView(
  table: ParameterTable,
  { region, on }: PackAsked,
  cite: Cite,
): ClauseInWords['parameters'][number] {
  const holding = valueAt(table, region, on);
  const { id, title, unit, note, pack } = table;
  return {
    id,
    title,
    unit,
    pack,
    note: note ?? null,
    values: table.values
      .filter((value) => region.startsWith(value.region))
      .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
      .map((value) => valueView(value, { holds: value === holding, cite })),
  };
}

function valueView(dated: DatedValue, { holds, cite }: { holds: boolean; cite: Cite }) {
  const { value, region, from, until, cites, pack } = dated;
  return {
    value: typeof value === 'object' ? [...value] : value,
    region,
    from,
    until,
    pack,
    holds,
    cites: pack === null ? [...cites] : cites.map((citation) => cite(citation, pack)),
  };
}
