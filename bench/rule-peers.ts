import { CelScalar, celEnv, celFunc, isCelError, parse, plan } from '@bufbuild/cel';
import { ZenEngine } from '@gorules/zen-engine';
import type { RuleCase } from '../src/features/rules/model/index.ts';

/** How the peer takes a number or a text. */
type Whole = (value: number | string) => unknown;

function plain(value: unknown, whole: Whole): unknown {
  return typeof value === 'number' || typeof value === 'string' ? whole(value) : value;
}

/** A case as CEL and zen-engine take it: what is absent has no key; numbers as the peer wants them. */
export function plainCase(about: RuleCase, whole: Whole): Record<string, unknown> {
  const record = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => [name, plain(value, whole)]),
    );
  return {
    household: record(about.household),
    survey: record(about.survey),
    persons: about.persons.map(record),
    parameter: record(
      Object.fromEntries([...about.parameters].map(([id, { value }]) => [id, value])),
    ),
  };
}

const { INT } = CelScalar;
const environment = celEnv({
  funcs: [
    celFunc('divide', [INT, INT], INT, (amount, by) =>
      BigInt(Math.floor(Number(amount) / Number(by) + 0.5)),
    ),
    celFunc('greatest', [INT, INT], INT, (one, other) => (one > other ? one : other)),
  ],
});

export type Decide = (about: Record<string, unknown>) => boolean;

/** The rules, each planned once by the CEL library, to be evaluated case by case. */
export function celRules(texts: readonly string[]): Decide[] {
  return texts.map((text) => {
    const work = plan(environment, parse(text));
    return (about) => {
      const found = work(about as never);
      if (isCelError(found)) throw found;
      return found === true;
    };
  });
}

/** The same rule in the expressions of zen-engine. */
function zenText(text: string): string {
  return text
    .replace(
      /persons\.(exists|all)\(p, /g,
      (_, macro) => `${macro === 'exists' ? 'some' : 'all'}(persons, `,
    )
    .replace(/size\(persons\.filter\(p, /g, 'len(filter(persons, ')
    .replace(/\bhas\(([\w.]+)\)/g, '$1 != null')
    .replace(/\bp\./g, '#.')
    .replace(/divide\(([\w.]+), ([\w.]+)\)/g, 'floor($1 / $2 + 0.5)')
    .replace(/greatest\(([^,]+), 0\)/g, 'max([$1, 0])')
    .replace(/!(?=some|all)/g, 'not ')
    .replaceAll('&&', 'and')
    .replaceAll('||', 'or');
}

/** A decision of zen-engine with one expression for each rule, compiled once. */
export function zenDecision(texts: readonly string[]) {
  const expressions = texts.map((text, index) => ({
    id: `e${index}`,
    key: `rule${index}`,
    value: zenText(text),
  }));
  return new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        content: { expressions },
        position: { x: 1, y: 0 },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
}
