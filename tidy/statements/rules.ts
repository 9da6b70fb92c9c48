import { type Counties, countiesOf, type Level, type Spread, type Use } from './counties.ts';
import { isNode, listIn, nodeIn, nodesIn, numberIn, type Tree, textIn, walk } from './node-tree.ts';

/** What the rules know of a database. */
export type Catalogue = {
  readonly spread: Spread;
  /** Functions (by oid) that answer otherwise each time. */
  readonly volatile: ReadonlySet<string>;
};

const commands = { update: 2, insert: 3, merge: 5 } as const;

/**
 * What in an analysed statement Citus would refuse, or would have to ask every county for. Each
 * place at which a table of households is used names its county: by a value, a list, or a join.
 */
export function complaintsAbout(statement: Tree, catalogue: Catalogue): string[] {
  const queries = [...walk(statement)].filter((found) => found.node === 'QUERY');
  const [whole] = queries;
  if (!isNode(whole, 'QUERY')) return [];
  const counties = countiesOf(whole, catalogue.spread);
  const ofLevel = counties.levels.flatMap((level) => [
    ...apart(level, counties),
    ...lockedOverCounties(level, counties),
    ...groupedOverCounties(level, counties),
    ...writtenWrongly(level, catalogue),
  ]);
  return [...new Set([...nameless(counties), ...ofLevel])];
}

function nameless(counties: Counties): string[] {
  return counties.uses
    .filter((use) => !isNamed(use, counties) && !isJoined(use, counties))
    .map(({ table, alias }) => `names no county for ${called(table, alias)}`);
}

function isNamed(use: Use, counties: Counties): boolean {
  return counties.isOneValue(use) || counties.isListed(use);
}

function isJoined(use: Use, counties: Counties): boolean {
  return counties.uses.some((other) => other !== use && counties.isTogether(use, other));
}

/** Two spread tables side by side that are joined over something else than the county. */
function apart(level: Level, counties: Counties): string[] {
  const [first, ...others] = usesIn(level, counties);
  if (first === undefined) return [];
  return others
    .filter((use) => !counties.isTogether(first, use))
    .map((use) => `joins ${called(use.table, use.alias)} without its county`);
}

function usesIn(level: Level, { uses }: Counties): Use[] {
  return uses.filter(({ query }) => query === level);
}

function lockedOverCounties(level: Level, counties: Counties): string[] {
  if (listIn(level.tree, 'rowMarks').length === 0) return [];
  return usesIn(level, counties)
    .filter((use) => !counties.isOneValue(use))
    .map(({ table }) => `locks rows of ${table} in more than one county`);
}

function groupedOverCounties(level: Level, counties: Counties): string[] {
  const isRecursive = textIn(level.tree, 'hasRecursive') === 'true';
  const isGrouped = listIn(level.tree, 'groupingSets').length > 0;
  const uses = isRecursive ? counties.uses : usesIn(level, counties);
  if (!isRecursive && !isGrouped) return [];
  return uses
    .filter((use) => !counties.isOneValue(use))
    .map(({ table }) => `${isRecursive ? 'recurses' : 'groups by sets'} over counties of ${table}`);
}

function writtenWrongly({ tree, tables }: Level, { spread, volatile }: Catalogue): string[] {
  const command = numberIn(tree, 'commandType');
  const target = tables[numberIn(tree, 'resultRelation') - 1];
  const table = target === undefined ? undefined : spread.get(textIn(target, 'relid'));
  if (table === undefined) return [];
  if (command === commands.merge) return [`merges into ${table.name}`];
  const conflict = nodeIn(tree, 'onConflict');
  const set = [
    ...(command === commands.update ? nodesIn(tree, 'targetList') : []),
    ...(conflict === undefined ? [] : nodesIn(conflict, 'onConflictSet')),
  ];
  const columnsSet = set.map((entry) => numberIn(entry, 'resno'));
  const given = nodesIn(tree, 'targetList').map((entry) => numberIn(entry, 'resno'));
  const calls = set.flatMap((entry) => [...walk(entry)]);
  return [
    ...(columnsSet.includes(table.column) ? [`moves rows of ${table.name} to another county`] : []),
    ...(command === commands.insert && !given.includes(table.column)
      ? [`adds rows of ${table.name} without their county`]
      : []),
    ...(calls.some(
      ({ node, fields }) => node === 'FUNCEXPR' && volatile.has(String(fields.get('funcid'))),
    )
      ? [`sets ${table.name} to what a volatile function says`]
      : []),
  ];
}

function called(table: string, alias: string): string {
  return alias === table ? table : `${table} ${alias}`;
}

/** What PostgreSQL does not analyse (COPY, SET …), judged by its text. */
export function complaintsAboutText(statement: string, catalogue: Catalogue): string[] {
  const names = [...catalogue.spread.values()].map(({ name }) => name).join('|');
  const rules: [RegExp, string][] = [
    [/\bset_config\s*\(/i, 'calls set_config(), which does not reach the counties’ nodes'],
    [/;\s*set local\b|\bset local\b[^;]*;\s*\S/i, 'puts SET LOCAL and more into one string'],
    [
      new RegExp(`^copy (${names})\\b[^(]*(\\([^)]*\\))? to\\b`, 'i'),
      'copies a table out; copy a query',
    ],
    [
      new RegExp(`^(truncate|lock)( table)? .*\\b(${names})\\b`, 'i'),
      'takes a table of all counties as a whole',
    ],
  ];
  return rules.filter(([pattern]) => pattern.test(statement)).map(([, complaint]) => complaint);
}
