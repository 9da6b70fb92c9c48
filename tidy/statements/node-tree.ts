/**
 * PostgreSQL's own analysed statement, as it writes it down for functions (`pg_node_tree`): names are
 * resolved, so that nothing about a statement has to be guessed from its text.
 *
 *     {VAR :varno 1 :varattno 3 …}   a node
 *     (a b c)                        a list
 *     <>                             nothing
 */
export type Tree = TreeNode | readonly Tree[] | string | undefined;
export type TreeNode = { readonly node: string; readonly fields: ReadonlyMap<string, Tree> };

const token = /\s*([(){}]|"(?:\\[\s\S]|[^"\\])*"|(?:\\[\s\S]|[^\s(){}\\])+)/y;

export function parseTree(text: string): Tree {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text))
    tokens.push(found[1] ?? '');
  let at = 0;

  const value = (): Tree => {
    const word = tokens[at] ?? '';
    at += 1;
    if (word === '{') return node();
    if (word === '(') return list(')');
    return word === '<>' ? undefined : word;
  };
  const list = (end: string): Tree[] => {
    const items: Tree[] = [];
    while (at < tokens.length && tokens[at] !== end) items.push(value());
    at += 1;
    return items;
  };
  const node = (): TreeNode => {
    const name = tokens[at] ?? '';
    at += 1;
    const fields = new Map<string, Tree>();
    while (at < tokens.length && tokens[at] !== '}') {
      const field = (tokens[at] ?? '').slice(1);
      at += 1;
      const values: Tree[] = [];
      while (at < tokens.length && tokens[at] !== '}' && !tokens[at]?.startsWith(':'))
        values.push(value());
      // The bytes of a constant are several words; everything else is one.
      fields.set(field, values.length === 1 ? values[0] : values);
    }
    at += 1;
    return { node: name, fields };
  };
  return value();
}

export function isNode(tree: Tree, name?: string): tree is TreeNode {
  const found = typeof tree === 'object' && !Array.isArray(tree) ? (tree as TreeNode) : undefined;
  return found !== undefined && (name === undefined || found.node === name);
}

export function listIn(tree: TreeNode, field: string): readonly Tree[] {
  const found = tree.fields.get(field);
  return Array.isArray(found) ? found : [];
}

export function nodesIn(tree: TreeNode, field: string): TreeNode[] {
  return listIn(tree, field).filter((item) => isNode(item));
}

export function nodeIn(tree: TreeNode, field: string): TreeNode | undefined {
  const found = tree.fields.get(field);
  return isNode(found) ? found : undefined;
}

export function numberIn(tree: TreeNode, field: string): number {
  return Number(tree.fields.get(field));
}

export function textIn(tree: TreeNode, field: string): string {
  const found = tree.fields.get(field);
  return typeof found === 'string' ? found.replaceAll(/^"|"$/g, '') : '';
}

/** Every node below, the tree itself first; `into` says whether to look inside. */
export function* walk(
  tree: Tree,
  into: (node: TreeNode) => boolean = () => true,
): Generator<TreeNode> {
  if (Array.isArray(tree)) for (const item of tree) yield* walk(item, into);
  if (!isNode(tree)) return;
  yield tree;
  if (into(tree)) for (const field of tree.fields.values()) yield* walk(field, into);
}
