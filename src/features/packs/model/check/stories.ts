import { itemsOf } from '../chain.ts';
import type { Expected } from '../format/story.ts';
import { inside, type PackError } from '../pack.ts';
import { nearestWord } from '../suggestion.ts';
import { type Checking, fault } from './context.ts';

/** Stories about rules that do not exist, and rules without a story on both sides of their line. */
export function checkStories(checking: Checking): PackError[] {
  const { pack, chain } = checking;
  const known = new Set(itemsOf(chain, 'rules').map(({ value }) => value.id));
  const faults = pack.tests.flatMap(({ value: story, at }) => {
    const unknown = Object.keys(story.expect).filter((id) => !known.has(id));
    const names = story.given.persons.map((person) => person['name']);
    const strangers = story.about === undefined || names.includes(story.about) ? [] : [story.about];
    return [
      ...unknown.map((id) =>
        fault(inside(at, 'expect', id), 'ruleNotKnown', {
          id,
          suggestion: nearestWord(id, known) ?? '–',
        }),
      ),
      ...strangers.map((name) => fault(inside(at, 'about'), 'personNotInStory', { name })),
    ];
  });
  return [...faults, ...checkBothSides(checking)];
}

function checkBothSides({ pack }: Checking): PackError[] {
  const expectations = pack.tests.flatMap(({ value }) => Object.entries(value.expect));
  return pack.rules.flatMap(({ value: rule, at }) => {
    const own = expectations.filter(([id]) => id === rule.id).map(([, expected]) => expected);
    const holds = own.some((expected) => holdsIn(expected));
    const fails = own.includes(false);
    if (holds && fails) return [];
    if (!holds && !fails) return [fault(inside(at, 'id'), 'noStories', { id: rule.id })];
    return [
      fault(inside(at, 'id'), holds ? 'noStoryWhereNot' : 'noStoryWhereHolds', { id: rule.id }),
    ];
  });
}

function holdsIn(expected: Expected): boolean {
  return expected === true || typeof expected === 'object';
}
