import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../../kernel/region-code.ts';
import { inside, type PackError, type Place } from '../pack.ts';
import { type Checking, fault } from './context.ts';

/** Dates out of their order and regions outside the pack's own. */
export function checkDates(checking: Checking): PackError[] {
  const { pack } = checking;
  return [
    ...span(pack.head.value.inForce, inside(pack.head.at, 'inForce')),
    ...checkParameters(checking),
    ...checkSchedules(checking),
    ...pack.targets.flatMap(({ value, at }) =>
      outside([value.region], inside(at, 'region'), checking),
    ),
    ...pack.rules.flatMap(({ value, at }) =>
      value.inForce === undefined ? [] : span(value.inForce, inside(at, 'inForce')),
    ),
    ...pack.fundRules.flatMap(({ value, at }) => span(value, at)),
    ...pack.obligations.flatMap(({ value, at }) =>
      'every' in value.due ? span(value.due, inside(at, 'due')) : [],
    ),
    ...pack.tests.flatMap(({ value, at }) =>
      outside([value.region], inside(at, 'region'), checking),
    ),
  ];
}

type Span = {
  readonly from?: PlainDate | number | undefined;
  readonly until?: PlainDate | number | undefined;
};

function span({ from, until }: Span, at: Place): PackError[] {
  if (from === undefined || until === undefined || from <= until) return [];
  return [fault(inside(at, 'until'), 'endsBeforeItBegins', { from, until })];
}

function outside(
  regions: readonly (RegionCode | undefined)[],
  at: Place,
  { pack }: Checking,
): PackError[] {
  const own = pack.head.value.regions;
  return regions.flatMap((region, place) => {
    if (region === undefined || own.some((outer) => contains(outer, region))) return [];
    const where = regions.length > 1 ? inside(at, place) : at;
    return [fault(where, 'regionOutside', { region, own: own.join(', ') })];
  });
}

function checkParameters(checking: Checking): PackError[] {
  return checking.pack.parameters.flatMap(({ value: parameter, at }) => {
    const last = new Map<RegionCode | undefined, PlainDate>();
    return parameter.values.flatMap((value, place) => {
      const here = inside(at, 'values', place);
      const before = last.get(value.region);
      last.set(value.region, value.from);
      const disorder =
        before === undefined || value.from > before
          ? []
          : [fault(inside(here, 'from'), 'datesOutOfOrder', { from: value.from, before })];
      return [
        ...disorder,
        ...span(value, here),
        ...outside([value.region], inside(here, 'region'), checking),
      ];
    });
  });
}

function checkSchedules(checking: Checking): PackError[] {
  return checking.pack.schedules.flatMap(({ value, at }) =>
    value.milestones.flatMap((milestone, place) => {
      const here = inside(at, 'milestones', place);
      const before = value.milestones[place - 1]?.by;
      const disorder =
        before === undefined || milestone.by >= before
          ? []
          : [fault(inside(here, 'by'), 'datesOutOfOrder', { from: milestone.by, before })];
      return [...disorder, ...outside(milestone.regions ?? [], inside(here, 'regions'), checking)];
    }),
  );
}
