import type { PlainDate } from '../../../kernel/plain-date.ts';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import { type EntryOf, valueAt } from '../../packs/model/index.ts';
import type { MilestoneView, ScheduleView, TargetView } from '../model/contract.ts';
import { type Aim, type Light, lightOf, plannedOn, worstLight } from '../model/light.ts';
import { type Asking, askByPlace } from './ask-register.ts';
import type { KnownIndicator } from './indicators.ts';
import type { PackAsked } from './pack-asked.ts';

type Known = ReadonlyMap<string, KnownIndicator>;
type Target = EntryOf<'targets'>;

/** Numbers of these units are of one place and say nothing of a smaller one. */
const absoluteUnits = new Set([
  'persons',
  'households',
  'villages',
  'townships',
  'counties',
  'places',
  'jobs',
  'km',
  'mu',
  'sqm',
]);

/** A target against the value of today. */
export function judgeTarget(target: Target, asked: PackAsked, known: Known): TargetView {
  const indicator = known.get(target.indicator);
  const value = valueOf(target, asked);
  const actual = indicator?.view.value ?? null;
  const { begins, due } = daysOf(target, asked);
  const { id, title, compare, cites } = target;
  const words = { id, title, compare, begins, due, cites: [...cites] };
  const numbers = { value, actual, indicator: target.indicator, unit: indicator?.view.unit ?? '' };
  const base = { ...words, ...numbers, planned: null };
  if (value === null) return { ...base, light: null, absence: 'valueNotKnown' };
  if (isElsewhere(target, { value, unit: base.unit }, asked)) {
    return { ...base, light: null, absence: 'ofOtherRegion' };
  }
  const aim: Aim = { compare, value, begins, due };
  const standing = { actual, start: indicator?.start ?? null, today: asked.on };
  return {
    ...base,
    planned: asked.on <= due && asked.on >= begins ? plannedOn(aim, standing) : null,
    light: lightOf(aim, standing),
    absence: indicator?.view.absence ?? null,
  };
}

function valueOf({ value, parameter }: Target, { tables, region, on }: PackAsked): number | null {
  if (value !== undefined) return value;
  const table = parameter === undefined ? undefined : tables.get(parameter);
  const found = table === undefined ? undefined : valueAt(table, region, on)?.value;
  return typeof found === 'number' ? found : null;
}

/** From the day the document takes effect, or the first of the year meant, to the last day. */
function daysOf(
  { by, during }: Pick<Target, 'by' | 'during'>,
  { pack }: PackAsked,
): { begins: PlainDate; due: PlainDate } {
  const { from } = pack.head.value.inForce;
  if (by !== undefined) return { begins: from, due: by };
  const first = `${during}-01-01` as PlainDate;
  return { begins: first > from ? first : from, due: `${during}-12-31` as PlainDate };
}

/** None of something is none of it everywhere, and a share is a share; 70 villages are those of one place. */
function isElsewhere(
  { region }: Target,
  { value, unit }: { value: number; unit: string },
  asked: PackAsked,
): boolean {
  const homes: readonly RegionCode[] = region === undefined ? asked.homes : [region];
  return absoluteUnits.has(unit) && value !== 0 && !homes.includes(asked.region);
}

type Schedule = EntryOf<'schedules'>;
type Milestone = Schedule['milestones'][number];
type Values = ReadonlyMap<RegionCode, number | null>;

/** A schedule against the register: milestone by milestone, each with the earlier ones. */
export async function judgeSchedule(
  schedule: Schedule,
  { asked, known, asking }: { asked: PackAsked; known: Known; asking: Asking },
): Promise<Omit<ScheduleView, 'milestones'> & { milestones: Milestones }> {
  const indicator = schedule.indicator === undefined ? undefined : known.get(schedule.indicator);
  const values = await valuesByRegion(schedule, { asked, indicator, asking });
  let wanted = 0;
  const milestones = schedule.milestones.map((milestone) => {
    const count = schedule.subject === 'person' ? milestone.persons : milestone.count;
    wanted += count ?? 0;
    const cumulative = count === undefined ? null : wanted;
    return judgeMilestone(milestone, { asked, indicator, values, wanted: cumulative });
  });
  const { id, title, subject, cites } = schedule;
  return {
    id,
    title,
    subject,
    milestones,
    cites: [...cites],
    indicator: schedule.indicator ?? null,
    light: worstLight(milestones.map(({ light }) => light)),
  };
}

/** Regions still without their names. */
type Milestones = (Omit<MilestoneView, 'regions'> & {
  regions: { code: RegionCode; done: boolean | null }[];
})[];

type Setting = {
  asked: PackAsked;
  indicator: KnownIndicator | undefined;
  values: Values;
  wanted: number | null;
};

function judgeMilestone(milestone: Milestone, setting: Setting): Milestones[number] {
  const { asked, indicator, values, wanted } = setting;
  const within = (milestone.regions ?? []).filter((region) => region.startsWith(asked.region));
  const regions = within.map((code) => ({ code, done: isThrough(indicator, values.get(code)) }));
  const base = {
    by: milestone.by,
    title: milestone.title ?? null,
    wanted,
    regions,
    count: milestone.count ?? null,
    persons: milestone.persons ?? null,
    reached: null,
  };
  if (indicator === undefined) return { ...base, light: null, absence: 'noMeasure' };
  const { from: begins } = asked.pack.head.value.inForce;
  const days = { begins, due: milestone.by };
  const judge = (value: number, actual: number | null): Light =>
    lightOf({ compare: 'atLeast', value, ...days }, { actual, start: 0, today: asked.on });
  if (milestone.regions !== undefined) {
    if (regions.length === 0) return { ...base, light: null, absence: 'ofOtherRegion' };
    const isKnown = regions.every(({ done }) => done !== null);
    const through = isKnown ? regions.filter(({ done }) => done).length : null;
    const absence = isKnown ? null : (indicator.view.absence ?? 'nobodyAsked');
    return { ...base, light: judge(regions.length, through), absence };
  }
  if (wanted === null || indicator.view.better === 'less') {
    return { ...base, light: null, absence: 'noMeasure' };
  }
  if (!asked.homes.includes(asked.region)) {
    return { ...base, light: null, absence: 'ofOtherRegion' };
  }
  const { value: reached, absence } = indicator.view;
  return { ...base, reached, light: judge(wanted, reached), absence };
}

/** A region is through when nothing is left of what is to vanish, or all of what is to come has come. */
function isThrough(
  indicator: KnownIndicator | undefined,
  value: number | null | undefined,
): boolean | null {
  if (indicator === undefined || value === null || value === undefined) return null;
  if (indicator.view.better === 'less') return value === 0;
  return indicator.view.unit === 'percent' ? value >= 100 : value >= 1;
}

async function valuesByRegion(
  { milestones }: Schedule,
  { asked, indicator, asking }: Omit<Setting, 'values' | 'wanted'> & { asking: Asking },
): Promise<Values> {
  const measure = indicator?.measure ?? null;
  const regions = milestones.flatMap((milestone) => milestone.regions ?? []);
  const levels = new Set(
    regions.filter((region) => region.startsWith(asked.region)).map((region) => levelOf(region)),
  );
  if (measure === null || indicator?.view.value === null) return new Map();
  const found = await Promise.all(
    [...levels].flatMap((level) =>
      level === 'nation' ? [] : [askByPlace(measure, level, asking)],
    ),
  );
  return new Map(found.flatMap((values) => [...values]));
}
