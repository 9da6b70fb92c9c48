import { apply, finite, whole } from './apply-function.ts';
import { compileMacro } from './compile-lists.ts';
import type { Arithmetic, Expression, ExpressionOf } from './expression.ts';
import { divisionByZero, Fault } from './fault.ts';
import { isFunctionName } from './functions.ts';
import type { Facts, FactValue, RuleCase } from './rule-case.ts';

export type Value = Exclude<FactValue, null> | readonly (FactValue | Facts)[] | Facts;
export type Evaluate = (about: RuleCase) => Value | Fault;

/** Where the element of a list macro stands while its body is evaluated. */
export type Cell = { element: unknown };
export type Cells = ReadonlyMap<string, Cell>;

export const noCells: Cells = new Map();

/** Turns a checked expression into a function; the tree is walked once, not once for each case. */
export function compile(node: Expression, cells: Cells): Evaluate {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'fact':
      return compileFact(node, cells);
    case 'present': {
      const read = factReader(node.fact, cells);
      return (about) => (read(about) ?? null) !== null;
    }
    case 'parameter': {
      const { id } = node;
      const fault = new Fault({ code: 'parameterHasNoValue', parameter: id });
      return (about) => about.parameters.get(id)?.value ?? fault;
    }
    case 'clock':
      return node.name === 'on' ? (about) => about.on : (about) => Number(about.on.slice(0, 4));
    case 'persons':
      return (about) => about.persons;
    case 'variable': {
      const cell = cellOf(node.name, cells);
      return () => cell.element as Value;
    }
    case 'and':
    case 'or':
      return compileJunction(node, cells);
    case 'macro':
      return compileMacro(node, cells, compile);
    case 'call':
      return compileCall(node, cells);
    case 'list':
      return compileList(node, cells);
    default:
      return compileOperator(node, cells);
  }
}

function cellOf(name: string, cells: Cells): Cell {
  const cell = cells.get(name);
  if (cell === undefined) throw new Error(`No list macro names ${name}`);
  return cell;
}

function factReader(
  { record, name, of }: ExpressionOf<'fact'>,
  cells: Cells,
): (about: RuleCase) => FactValue | undefined {
  if (of === null) return (about) => about[record][name];
  const cell = cellOf(of, cells);
  return () => (cell.element as Facts)[name];
}

function compileFact(node: ExpressionOf<'fact'>, cells: Cells): Evaluate {
  const read = factReader(node, cells);
  const fault = new Fault({
    code: 'factAbsent',
    name: `${node.of ?? node.record}.${node.name}`,
  });
  return (about) => read(about) ?? fault;
}

/** What one part decides, the faults of the others do not take back. */
function compileJunction(node: ExpressionOf<'and' | 'or'>, cells: Cells): Evaluate {
  const parts = node.parts.map((part) => compile(part, cells));
  const decisive = node.kind === 'or';
  const [first, second] = parts;
  if (parts.length === 2 && first !== undefined && second !== undefined)
    return bothParts(first, second, decisive);
  return (about) => {
    let fault: Fault | undefined;
    for (const part of parts) {
      const value = part(about);
      if (value === decisive) return decisive;
      if (value instanceof Fault) fault ??= value;
    }
    return fault ?? !decisive;
  };
}

/** Most junctions have two parts: a guard and a comparison. */
function bothParts(first: Evaluate, second: Evaluate, decisive: boolean): Evaluate {
  return (about) => {
    const one = first(about);
    if (one === decisive) return decisive;
    const other = second(about);
    if (other === decisive) return decisive;
    if (one instanceof Fault) return one;
    return other instanceof Fault ? other : !decisive;
  };
}

type OperatorNode = ExpressionOf<'not' | 'negate' | 'compare' | 'arithmetic' | 'among' | 'choice'>;

function compileOperator(node: OperatorNode, cells: Cells): Evaluate {
  switch (node.kind) {
    case 'not': {
      const inner = compile(node.of, cells);
      return (about) => {
        const value = inner(about);
        return value instanceof Fault ? value : value !== true;
      };
    }
    case 'negate': {
      const inner = compile(node.of, cells);
      return (about) => {
        const value = inner(about);
        return value instanceof Fault ? value : 0 - (value as number);
      };
    }
    case 'compare':
      return compileComparison(node, cells);
    case 'arithmetic':
      return bothSides(node, cells, arithmeticOf(node));
    case 'among':
      return bothSides({ left: node.value, right: node.list }, cells, (value, list) =>
        (list as readonly Value[]).includes(value),
      );
    case 'choice': {
      const condition = compile(node.condition, cells);
      const then = compile(node.chosen, cells);
      const otherwise = compile(node.otherwise, cells);
      return (about) => {
        const asked = condition(about);
        if (asked instanceof Fault) return asked;
        return asked === true ? then(about) : otherwise(about);
      };
    }
  }
}

type Both = (left: Value, right: Value) => Value | Fault;

function bothSides(
  node: { readonly left: Expression; readonly right: Expression },
  cells: Cells,
  both: Both,
): Evaluate {
  return bothValues(compile(node.left, cells), compile(node.right, cells), both);
}

function bothValues(left: Evaluate, right: Evaluate, both: Both): Evaluate {
  return (about) => {
    const one = left(about);
    if (one instanceof Fault) return one;
    const other = right(about);
    return other instanceof Fault ? other : both(one, other);
  };
}

/** Days and months are texts whose order is that of time. One closure for each operator, which is called a million times. */
function compileComparison(node: ExpressionOf<'compare'>, cells: Cells): Evaluate {
  const left = compile(node.left, cells);
  const right = compile(node.right, cells);
  const compared = (decide: Both): Evaluate => bothValues(left, right, decide);
  switch (node.operator) {
    case '==':
      return compared((one, other) => one === other);
    case '!=':
      return compared((one, other) => one !== other);
    case '<':
      return (about) => {
        const one = left(about);
        if (one instanceof Fault) return one;
        const other = right(about);
        return other instanceof Fault ? other : one < other;
      };
    case '>=':
      return (about) => {
        const one = left(about);
        if (one instanceof Fault) return one;
        const other = right(about);
        return other instanceof Fault ? other : one >= other;
      };
    case '<=':
      return compared((one, other) => one <= other);
    case '>':
      return compared((one, other) => one > other);
  }
}

type Numbers = (left: number, right: number) => number;

const plain: Readonly<Record<Exclude<Arithmetic, '/' | '%'>, Numbers>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
};

function arithmeticOf(node: ExpressionOf<'arithmetic'>): Both {
  const { operator } = node;
  const isWhole = node.type.kind !== 'decimal';
  const checkRange = isWhole ? whole : finite;
  if (operator === '/' || operator === '%') {
    const divide: Numbers =
      operator === '/' ? (left, right) => left / right : (left, right) => left % right;
    return (left, right) => {
      if (right === 0) return divisionByZero;
      const quotient = divide(left as number, right as number);
      return isWhole ? Math.trunc(quotient) || 0 : finite(quotient);
    };
  }
  const work = plain[operator];
  return (left, right) => checkRange(work(left as number, right as number) || 0);
}

function compileCall(node: ExpressionOf<'call'>, cells: Cells): Evaluate {
  if (!isFunctionName(node.name)) throw new Error(`Not a function of rules: ${node.name}`);
  const parts = node.parts.map((part) => compile(part, cells));
  const work = apply[node.name];
  return (about) => {
    const given: Value[] = [];
    for (const part of parts) {
      const value = part(about);
      if (value instanceof Fault) return value;
      given.push(value);
    }
    return work(given as never);
  };
}

function compileList(node: ExpressionOf<'list'>, cells: Cells): Evaluate {
  const items = node.items.map((item) => compile(item, cells));
  return (about) => {
    const list: Value[] = [];
    for (const item of items) {
      const value = item(about);
      if (value instanceof Fault) return value;
      list.push(value);
    }
    return list as Value;
  };
}
