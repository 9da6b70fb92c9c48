import type { Cell, Cells, Evaluate, Value } from './compile-closure.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { Fault } from './fault.ts';
import type { RuleCase } from './rule-case.ts';

type Compile = (node: Expression, cells: Cells) => Evaluate;

type Loop = {
  readonly list: Evaluate;
  readonly where: Evaluate | null;
  readonly body: Evaluate;
  readonly cell: Cell;
};

/** A list macro as a loop; its variable is a cell that the body reads. */
export function compileMacro(
  node: ExpressionOf<'macro'>,
  cells: Cells,
  compile: Compile,
): Evaluate {
  const cell: Cell = { element: null };
  const inner = new Map([...cells, [node.variable, cell]]);
  const loop: Loop = {
    list: compile(node.list, cells),
    where: node.where === null ? null : compile(node.where, inner),
    body: compile(node.body, inner),
    cell,
  };
  switch (node.macro) {
    case 'exists':
      return search(loop, true);
    case 'all':
      return search(loop, false);
    case 'exists_one':
      return (about) => {
        const found = select(loop, about);
        return found instanceof Fault ? found : found.length === 1;
      };
    case 'filter':
      return (about) => select(loop, about) as Value | Fault;
    case 'map':
      return (about) => map(loop, about);
  }
}

/** Looks for an element that decides; faults of the others count only if there is none. */
function search({ list, body, cell }: Loop, decisive: boolean): Evaluate {
  return (about) => {
    const elements = list(about);
    if (elements instanceof Fault) return elements;
    let fault: Fault | undefined;
    for (const element of elements as readonly unknown[]) {
      cell.element = element;
      const value = body(about);
      if (value === decisive) return decisive;
      if (value instanceof Fault) fault ??= value;
    }
    return fault ?? !decisive;
  };
}

function select({ list, body, cell }: Loop, about: RuleCase): unknown[] | Fault {
  const elements = list(about);
  if (elements instanceof Fault) return elements;
  const found: unknown[] = [];
  for (const element of elements as readonly unknown[]) {
    cell.element = element;
    const value = body(about);
    if (value instanceof Fault) return value;
    if (value === true) found.push(element);
  }
  return found;
}

function map({ list, where, body, cell }: Loop, about: RuleCase): Value | Fault {
  const elements = list(about);
  if (elements instanceof Fault) return elements;
  const made: Value[] = [];
  for (const element of elements as readonly unknown[]) {
    cell.element = element;
    const isTaken = where === null ? true : where(about);
    if (isTaken instanceof Fault) return isTaken;
    if (isTaken !== true) continue;
    const value = body(about);
    if (value instanceof Fault) return value;
    made.push(value);
  }
  return made as Value;
}
