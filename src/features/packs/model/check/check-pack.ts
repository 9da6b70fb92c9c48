import { chainOf } from '../chain.ts';
import type { PackSet } from '../citation.ts';
import type { EntryOf, Pack, PackError } from '../pack.ts';
import { inside } from '../pack.ts';
import { declarationsOf, parameterTables } from '../parameter-values.ts';
import { checkClauses } from './clauses.ts';
import { type Checking, fault } from './context.ts';
import { checkDates } from './dates.ts';
import { checkFigures } from './figures.ts';
import { checkGroups } from './groups.ts';
import { checkNames } from './names.ts';
import { checkProcedures } from './procedures.ts';
import { checkStories } from './stories.ts';

/** Packs by id; of two with one id the first. */
export function packSet(all: readonly Pack[]): PackSet {
  const packs = new Map<string, Pack>();
  for (const pack of all) {
    if (!packs.has(pack.head.value.id)) packs.set(pack.head.value.id, pack);
  }
  return { packs, chainOf: (pack) => chainOf(pack, packs).chain };
}

/** What the checks of a pack need to know. */
export function checkingOf(pack: Pack, set: PackSet): Checking {
  const chain = set.chainOf(pack);
  const tables = parameterTables(chain);
  const departments = new Map<string, EntryOf<'departments'>>();
  for (const each of set.packs.values()) {
    for (const { value } of each.departments) departments.set(value.id, value);
  }
  return { ...set, pack, chain, tables, declarations: declarationsOf(tables), departments };
}

/** Everything in a pack that can be judged without reading the texts of its rules. */
export function checkPack(checking: Checking): PackError[] {
  return [
    ...checkDepartments(checking),
    ...checkClauses(checking),
    ...checkNames(checking),
    ...checkDates(checking),
    ...checkFigures(checking),
    ...checkProcedures(checking),
    ...checkGroups(checking),
    ...checkStories(checking),
  ];
}

/** One list of departments for the nation, or figures by department could not be put together. */
function checkDepartments({ pack }: Checking): PackError[] {
  const [first] = pack.departments;
  if (first === undefined || pack.head.value.level === 'nation') return [];
  return [fault(inside({ ...first.at, path: [] }), 'departmentsElsewhere')];
}
