import {
  isNode,
  listIn,
  nodeIn,
  nodesIn,
  numberIn,
  type Tree,
  type TreeNode,
  textIn,
  walk,
} from './node-tree.ts';

/** By the table's oid: its name and the number of the column by which it is spread. */
export type Spread = ReadonlyMap<string, { readonly name: string; readonly column: number }>;

/** A place in a statement at which a spread table is read or changed. */
export type Use = {
  readonly table: string;
  readonly alias: string;
  readonly key: string;
  readonly query: Level;
};

/** A SELECT, INSERT, UPDATE or DELETE within a statement, with those around it. */
export type Level = {
  readonly id: number;
  readonly tree: TreeNode;
  readonly tables: readonly TreeNode[];
  readonly around: Level | undefined;
};

/** What a statement says about counties: which columns it holds equal, to each other and to values. */
export type Counties = {
  readonly levels: readonly Level[];
  readonly uses: readonly Use[];
  /** One value, the same for the whole statement. */
  isOneValue(use: Use): boolean;
  /** Values that come with the statement or out of a table that is not spread. */
  isListed(use: Use): boolean;
  isTogether(one: Use, other: Use): boolean;
};

const kinds = { relation: 0, subquery: 1, join: 2, cte: 6, group: 9 } as const;
const INSERT = 3;
const MATERIALIZED = '1';
const ONE_VALUE = 'one value';
/** Of text, names and identifiers: what spread columns are made of. */
const equals = new Set(['98', '93', '2972', '1955', '1054']);

export function countiesOf(statement: TreeNode, spread: Spread): Counties {
  const found = new Reader(spread);
  found.readQuery(statement, undefined);
  const roots = (key: string): string => found.root(key);
  const unspread = new Set([...found.others].map(roots));
  return {
    levels: found.levels,
    uses: found.uses,
    isOneValue: ({ key }) => roots(key) === roots(ONE_VALUE),
    isListed: ({ key }) => unspread.has(roots(key)),
    isTogether: (one, other) => roots(one.key) === roots(other.key),
  };
}

class Reader {
  readonly levels: Level[] = [];
  readonly uses: Use[] = [];
  /** Columns of what is not spread or is carried out first, and what is compared with a list of values. */
  readonly others = new Set<string>();
  readonly #spread: Spread;
  readonly #parents = new Map<string, string>();
  readonly #withQueries = new Map<string, Level>();
  /** WITH queries that are carried out first, so that what they give is a list like any other. */
  readonly #carriedOutFirst = new Set<Level>();

  constructor(spread: Spread) {
    this.#spread = spread;
  }

  root(key: string): string {
    const parent = this.#parents.get(key);
    return parent === undefined || parent === key ? key : this.root(parent);
  }

  #hold(one: string | undefined, other: string | undefined): void {
    if (one !== undefined && other !== undefined)
      this.#parents.set(this.root(one), this.root(other));
  }

  readQuery(tree: TreeNode, around: Level | undefined): Level {
    const level = { id: this.levels.length, tree, tables: nodesIn(tree, 'rtable'), around };
    this.levels.push(level);
    for (const cte of nodesIn(tree, 'cteList')) {
      const query = nodeIn(cte, 'ctequery');
      if (query === undefined) continue;
      // Known before it is read, for a recursive one speaks of itself.
      const inner = this.readQuery(query, level);
      this.#withQueries.set(`${level.id} ${textIn(cte, 'ctename')}`, inner);
      if (textIn(cte, 'ctematerialized') === MATERIALIZED) this.#carriedOutFirst.add(inner);
    }
    for (const [index, table] of level.tables.entries()) this.#readTable(level, table, index + 1);
    this.#holdArms(level);
    const joined = nodeIn(tree, 'jointree');
    if (joined !== undefined) this.#readConditions(joined, level);
    this.#readInnerQueries(tree, level);
    return level;
  }

  #readTable(level: Level, table: TreeNode, index: number): void {
    const kind = numberIn(table, 'rtekind');
    const at = (column: number): string => keyOf(level, index, column);
    if (kind === kinds.relation) {
      const found = this.#spread.get(textIn(table, 'relid'));
      const eref = nodeIn(table, 'eref');
      const isTarget =
        numberIn(level.tree, 'resultRelation') === index &&
        numberIn(level.tree, 'commandType') === INSERT;
      const conflict = nodeIn(level.tree, 'onConflict');
      const isExcluded = conflict !== undefined && numberIn(conflict, 'exclRelIndex') === index;
      if (found !== undefined && !isTarget && !isExcluded) {
        const alias = eref === undefined ? found.name : textIn(eref, 'aliasname');
        this.uses.push({ table: found.name, alias, key: at(found.column), query: level });
      }
      if (found !== undefined) return;
    }
    const inner = this.#innerOf(level, table, kind);
    if (inner !== undefined) {
      const isList = this.#carriedOutFirst.has(inner);
      for (const entry of outputOf(inner.tree)) {
        const column = at(numberIn(entry, 'resno'));
        if (isList) this.others.add(column);
        this.#hold(column, this.#meant(entry.fields.get('expr'), inner));
      }
    } else if (kind !== kinds.join && kind !== kinds.group) {
      const columns = nodeIn(table, 'eref');
      const count = columns === undefined ? 0 : listIn(columns, 'colnames').length;
      for (let column = 1; column <= count; column += 1) this.others.add(at(column));
    }
  }

  #innerOf(level: Level, table: TreeNode, kind: number): Level | undefined {
    if (kind === kinds.subquery) {
      const query = nodeIn(table, 'subquery');
      return query === undefined ? undefined : this.readQuery(query, level);
    }
    if (kind !== kinds.cte) return undefined;
    const home = outward(level, numberIn(table, 'ctelevelsup'));
    return this.#withQueries.get(`${home?.id} ${textIn(table, 'ctename')}`);
  }

  /** The arms of a UNION have their columns in common. */
  #holdArms(level: Level): void {
    if (level.tree.fields.get('setOperations') === undefined) return;
    const arms = level.tables.flatMap((table, index) =>
      numberIn(table, 'rtekind') === kinds.subquery ? [index + 1] : [],
    );
    for (const { length } of [outputOf(level.tree)])
      for (let column = 1; column <= length; column += 1)
        for (const arm of arms)
          this.#hold(keyOf(level, arms[0] ?? arm, column), keyOf(level, arm, column));
  }

  /** What must hold for every row: joins, and conditions that are joined by AND. */
  #readConditions(tree: Tree, level: Level): void {
    if (Array.isArray(tree)) for (const item of tree) this.#readConditions(item, level);
    if (!isNode(tree)) return;
    switch (tree.node) {
      case 'FROMEXPR':
      case 'JOINEXPR':
        for (const field of ['fromlist', 'larg', 'rarg', 'quals'])
          this.#readConditions(tree.fields.get(field), level);
        return;
      case 'BOOLEXPR':
        if (textIn(tree, 'boolop') === 'and') this.#readConditions(tree.fields.get('args'), level);
        return;
      case 'OPEXPR':
        this.#readEquality(tree, level);
        return;
      case 'SCALARARRAYOPEXPR':
        this.#readList(tree, level);
        return;
      case 'SUBLINK':
        this.#readMembership(tree, level);
        return;
      default:
    }
  }

  #readEquality(
    comparison: TreeNode,
    level: Level,
    columns?: readonly (string | undefined)[],
  ): void {
    if (!equals.has(textIn(comparison, 'opno'))) return;
    const [one, other] = listIn(comparison, 'args').map((side) =>
      this.#meant(side, level, columns),
    );
    this.#hold(one, other);
  }

  /** `county_code = any (list)` */
  #readList(comparison: TreeNode, level: Level): void {
    if (textIn(comparison, 'useOr') !== 'true' || !equals.has(textIn(comparison, 'opno'))) return;
    const [one, other] = listIn(comparison, 'args').map((side) => this.#meant(side, level));
    if (one !== undefined && one !== ONE_VALUE && other === ONE_VALUE) this.others.add(one);
  }

  /** `(county_code, id) in (select …)`: what the query gives first is the first of these. */
  #readMembership(link: TreeNode, level: Level): void {
    const query = nodeIn(link, 'subselect');
    const test = link.fields.get('testexpr');
    if (query === undefined || test === undefined || textIn(link, 'subLinkType') !== '2') return;
    const inner = this.#innerQuery(query, level);
    const columns = outputOf(query).map((entry) => this.#meant(entry.fields.get('expr'), inner));
    for (const comparison of walk(test))
      if (comparison.node === 'OPEXPR') this.#readEquality(comparison, level, columns);
  }

  readonly #read = new Map<TreeNode, Level>();

  #innerQuery(query: TreeNode, level: Level): Level {
    const known = this.#read.get(query);
    if (known !== undefined) return known;
    const inner = this.readQuery(query, level);
    this.#read.set(query, inner);
    return inner;
  }

  /** Queries within expressions, wherever they stand; those of tables and WITH are read already. */
  #readInnerQueries(tree: TreeNode, level: Level): void {
    const elsewhere = new Set(['rtable', 'cteList']);
    for (const [field, part] of tree.fields) {
      if (elsewhere.has(field)) continue;
      for (const found of walk(part, (node) => node.node !== 'SUBLINK')) {
        const query = found.node === 'SUBLINK' ? nodeIn(found, 'subselect') : undefined;
        if (query !== undefined) this.#innerQuery(query, level);
      }
    }
  }

  /** The column or value that an expression stands for; undefined if it is neither. */
  #meant(
    tree: Tree,
    level: Level,
    columns: readonly (string | undefined)[] = [],
  ): string | undefined {
    if (!isNode(tree)) return undefined;
    switch (tree.node) {
      case 'RELABELTYPE':
      case 'COERCEVIAIO':
      case 'COLLATEEXPR':
        return this.#meant(tree.fields.get('arg'), level, columns);
      case 'VAR':
        return this.#column(tree, level);
      case 'PARAM':
        return textIn(tree, 'paramkind') === '2'
          ? columns[numberIn(tree, 'paramid') - 1]
          : ONE_VALUE;
      default: {
        const nodes = [...walk(tree)];
        return nodes.some(({ node }) => node === 'VAR' || node === 'SUBLINK')
          ? undefined
          : ONE_VALUE;
      }
    }
  }

  #column(variable: TreeNode, from: Level): string | undefined {
    const level = outward(from, numberIn(variable, 'varlevelsup'));
    const index = numberIn(variable, 'varno');
    const column = numberIn(variable, 'varattno');
    const table = level?.tables[index - 1];
    if (level === undefined || table === undefined) return undefined;
    const kind = numberIn(table, 'rtekind');
    if (kind === kinds.join) return this.#meant(listIn(table, 'joinaliasvars')[column - 1], level);
    if (kind === kinds.group) return this.#meant(listIn(table, 'groupexprs')[column - 1], level);
    return keyOf(level, index, column);
  }
}

function keyOf(level: Level, index: number, column: number): string {
  return `${level.id}.${index}.${column}`;
}

function outward(level: Level, steps: number): Level | undefined {
  let found: Level | undefined = level;
  for (let step = 0; step < steps; step += 1) found = found?.around;
  return found;
}

/** What a query gives to whoever asks. */
function outputOf(query: TreeNode): TreeNode[] {
  const returned = nodesIn(query, 'returningList');
  return (returned.length > 0 ? returned : nodesIn(query, 'targetList')).filter(
    (entry) => textIn(entry, 'resjunk') !== 'true',
  );
}
