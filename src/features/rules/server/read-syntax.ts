import type { parse } from '@bufbuild/cel';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { type Macro, macros, type Position, type Syntax } from '../model/expression.ts';
import type { RuleProblem } from '../model/problem.ts';

type Parsed = ReturnType<typeof parse>;
type Expr = Parsed['expr'];
type KindOf<Case extends Expr['exprKind']['case']> = Extract<Expr['exprKind'], { case: Case }>;

export type ReadingLimits = {
  readonly positionOf: (offset: number) => Position;
  readonly mostDepth: number;
  readonly mostParts: number;
};

/** Thrown and caught in this file only: the first thing that no rule may contain ends the reading. */
class Refusal extends Error {
  readonly problem: RuleProblem;
  constructor(problem: RuleProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

type Reader = ReadingLimits & { readonly parsed: Parsed; parts: number };

/** The parser's tree as ours: macros as they were written, positions as line and column. */
export function readSyntax(parsed: Parsed, limits: ReadingLimits): Result<Syntax, RuleProblem> {
  try {
    return ok(read(parsed.expr, { ...limits, parsed, parts: 0 }, 0));
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown.problem);
    throw thrown;
  }
}

function positionOf(node: { id: bigint }, reader: Reader): Position {
  return reader.positionOf(reader.parsed.sourceInfo?.positions[String(node.id)] ?? 0);
}

function refuse(node: Expr, reader: Reader, problem: Pick<RuleProblem, 'code' | 'details'>): never {
  throw new Refusal({ ...positionOf(node, reader), ...problem });
}

function notAllowed(node: Expr, reader: Reader, construct: string): never {
  return refuse(node, reader, { code: 'constructNotAllowed', details: { construct } });
}

function read(node: Expr, reader: Reader, depth: number): Syntax {
  reader.parts += 1;
  if (depth > reader.mostDepth)
    refuse(node, reader, { code: 'ruleTooDeep', details: { most: reader.mostDepth } });
  if (reader.parts > reader.mostParts)
    refuse(node, reader, { code: 'ruleHasTooManyParts', details: { most: reader.mostParts } });
  const at = positionOf(node, reader);
  const kind = node.exprKind;
  switch (kind.case) {
    case 'constExpr':
      return readLiteral(node, kind, reader);
    case 'identExpr':
      return { kind: 'name', at, name: kind.value.name };
    case 'selectExpr': {
      const { operand, field, testOnly } = kind.value;
      if (operand === undefined) return notAllowed(node, reader, field);
      const of = read(operand, reader, depth + 1);
      // A path is pointed at where it begins, not at its last dot.
      return { kind: testOnly ? 'has' : 'select', at: testOnly ? at : of.at, of, field };
    }
    case 'listExpr': {
      const items = kind.value.elements.map((item) => read(item, reader, depth + 1));
      return { kind: 'list', at, items };
    }
    case 'callExpr':
      return readCall(node, kind, { reader, depth });
    case 'comprehensionExpr':
      return readMacro(node, kind, { reader, depth });
    default:
      return notAllowed(node, reader, '{ }');
  }
}

function readLiteral(node: Expr, kind: KindOf<'constExpr'>, reader: Reader): Syntax {
  const at = positionOf(node, reader);
  const constant = kind.value.constantKind;
  switch (constant.case) {
    case 'boolValue':
      return { kind: 'literal', at, form: 'bool', value: constant.value };
    case 'int64Value':
      return { kind: 'literal', at, form: 'int', value: Number(constant.value) };
    case 'doubleValue':
      return { kind: 'literal', at, form: 'decimal', value: constant.value };
    case 'stringValue':
      return { kind: 'literal', at, form: 'text', value: constant.value };
    case 'nullValue':
      return notAllowed(node, reader, 'null');
    default:
      return notAllowed(node, reader, String(constant.case));
  }
}

type Place = { readonly reader: Reader; readonly depth: number };

function readCall(node: Expr, kind: KindOf<'callExpr'>, { reader, depth }: Place): Syntax {
  const { function: name, target, args } = kind.value;
  if (name === '_[_]') return notAllowed(node, reader, '[ ]');
  if (name === 'has') return notAllowed(node, reader, 'has');
  const given = target === undefined ? args : [target, ...args];
  return {
    kind: 'call',
    at: positionOf(node, reader),
    name: plainOperator(name),
    parts: given.map((part) => read(part, reader, depth + 1)),
  };
}

/** The parser writes `_&&_`, `_?_:_` and `@in`; prefixes keep their mark, because `-` stands between two as well. */
function plainOperator(name: string): string {
  if (name === '_?_:_') return '?:';
  if (name === '@in') return 'in';
  return /^_(\W+)_$/.exec(name)?.[1] ?? name;
}

function isMacro(name: string): name is Macro {
  return (macros as readonly string[]).includes(name);
}

/** Takes a macro's parts back out of the loop into which the parser wrote it. */
function readMacro(
  node: Expr,
  kind: KindOf<'comprehensionExpr'>,
  { reader, depth }: Place,
): Syntax {
  const call = reader.parsed.sourceInfo?.macroCalls[String(node.id)]?.exprKind;
  const written = call?.case === 'callExpr' ? call.value.function : '';
  const macro = written === 'existsOne' ? 'exists_one' : written;
  const { iterRange, iterVar, loopStep } = kind.value;
  if (!isMacro(macro) || iterRange === undefined || loopStep === undefined)
    return notAllowed(node, reader, written);
  const inner = (part: Expr | undefined): Syntax =>
    part === undefined ? notAllowed(node, reader, macro) : read(part, reader, depth + 1);
  const list = inner(iterRange);
  const at = list.at;
  const [first, second] = partsOf(loopStep);
  if (macro !== 'map') {
    const body = macro === 'exists' || macro === 'all' ? second : first;
    return { kind: 'macro', at, macro, list, variable: iterVar, body: inner(body) };
  }
  const isFiltered = loopStep.exprKind.case === 'callExpr' && partsOf(loopStep).length === 3;
  if (!isFiltered)
    return { kind: 'macro', at, macro, list, variable: iterVar, body: inner(onlyItem(second)) };
  const where = inner(first);
  const [, added] = second === undefined ? [] : partsOf(second);
  return { kind: 'macro', at, macro, list, variable: iterVar, where, body: inner(onlyItem(added)) };
}

function partsOf(node: Expr): readonly Expr[] {
  return node.exprKind.case === 'callExpr' ? node.exprKind.value.args : [];
}

function onlyItem(node: Expr | undefined): Expr | undefined {
  return node?.exprKind.case === 'listExpr' ? node.exprKind.value.elements[0] : undefined;
}
