import type { PlainDate } from '../../../kernel/plain-date.ts';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { showPack } from '../../packs/server/index.ts';
import { regionNames } from '../../regions/server/index.ts';
import type {
  ObligationView,
  ScheduleView,
  StandingClause,
  StatusAnswer,
} from '../model/contract.ts';
import { type Light, lights, worstLight } from '../model/light.ts';
import { nextDue } from '../model/next-due.ts';
import { askingOf, departmentsOf, knownIndicators, named } from './indicators.ts';
import { judgeSchedule, judgeTarget } from './judge.ts';
import { type PackAsked, packAsked } from './pack-asked.ts';

/** The whole document as it stands today for a region: every clause, target, schedule and duty. */
export async function showStatus(
  context: Context,
  asked: { id: string; region: string | undefined },
): Promise<StatusAnswer> {
  const found = await packAsked(context, asked);
  const { pack, region, on, followed } = found;
  const known = await knownIndicators(context, found);
  const targets = pack.targets.map(({ value }) => judgeTarget(value, found, known));
  const asking = askingOf(context, found);
  const judged = await Promise.all(
    pack.schedules.map(async ({ value }) => judgeSchedule(value, { asked: found, known, asking })),
  );
  const names = await namesOf(context, [
    region,
    ...found.regions,
    ...judged.flatMap(({ milestones }) =>
      milestones.flatMap(({ regions }) => regions.map(({ code }) => code)),
    ),
  ]);
  const place = (code: RegionCode) => ({ code, name: names.get(code) ?? code });
  const schedules = judged.map((schedule) => ({
    ...schedule,
    milestones: schedule.milestones.map((milestone) => ({
      ...milestone,
      regions: milestone.regions.map(({ code, done }) => ({ ...place(code), done })),
    })),
  }));
  const obligations = obligationsOf(found);
  const shown = showPack(asked.id);
  const standing = standingOf(shown.clauses, { targets, schedules });
  const { lagMs } = context.services.facts.lag();
  return {
    region: { ...place(region), level: levelOf(region) },
    on,
    lagSeconds: lagMs === null ? null : lagMs / 1000,
    pack: shown,
    note: shown.note,
    isFollowed: followed?.pack.head.value.id === asked.id,
    followed: followed === undefined ? null : headOf(followed.pack.head.value),
    regions: found.regions.map(place),
    clauses: standing,
    indicators: [...known.values()].map(({ view }) => view),
    targets,
    schedules,
    obligations,
    clauseLights: countLights(standing.map(({ light }) => light)),
    departments: departmentCounts(standing, { obligations, on }),
  };
}

function headOf({ id, title }: { id: string; title: { zh: string; en: string } }) {
  return { id, title };
}

async function namesOf(
  { tx }: Context,
  codes: readonly RegionCode[],
): Promise<ReadonlyMap<string, string>> {
  const names = await regionNames(tx, [...new Set(codes)]);
  return new Map([...names].map(([code, { name }]) => [code, name]));
}

function obligationsOf(asked: PackAsked): ObligationView[] {
  const departments = departmentsOf(asked);
  return asked.pack.obligations.map(({ value }) => ({
    id: value.id,
    title: value.title,
    who: named(value.who, departments),
    toWhom: named(value.toWhom ?? [], departments),
    ifMissed: value.ifMissed ?? null,
    nextDue: nextDue(value.due, asked.on),
    after: 'within' in value.due ? value.due : null,
    cites: [...value.cites],
  }));
}

type Judged = {
  readonly targets: StatusAnswer['targets'];
  readonly schedules: readonly ScheduleView[];
};

/** A clause shows the worst light of the targets and schedules that cite it. */
function standingOf(
  clauses: readonly Omit<StandingClause, 'light'>[],
  { targets, schedules }: Judged,
): StandingClause[] {
  const byKey = new Map<string, Light | null>([
    ...targets.map(({ id, light }) => [`targets ${id}`, light] as const),
    ...schedules.map(({ id, light }) => [`schedules ${id}`, light] as const),
  ]);
  return clauses.map((clause) => ({
    ...clause,
    light: worstLight(clause.carriers.map(({ kind, id }) => byKey.get(`${kind} ${id}`) ?? null)),
  }));
}

function countLights(found: readonly (Light | null)[]): Record<Light, number> {
  return Object.fromEntries(
    lights.map((light) => [light, found.filter((each) => each === light).length]),
  ) as Record<Light, number>;
}

/** Of every department that leads, supports or owes: its clauses, their lights, and its next day. */
function departmentCounts(
  clauses: readonly StandingClause[],
  { obligations, on }: { obligations: readonly ObligationView[]; on: PlainDate },
): StatusAnswer['departments'] {
  const everyone = new Map(
    [
      ...clauses.flatMap(({ lead, supporting }) => [...lead, ...supporting]),
      ...obligations.flatMap(({ who }) => who),
    ].map((department) => [department.id, department]),
  );
  const rows = [...everyone.values()].map((department) => {
    const isOf = ({ id }: { id: string }): boolean => id === department.id;
    const led = clauses.filter(({ lead }) => lead.some(isOf));
    const due = obligations
      .filter(({ who }) => who.some(isOf))
      .flatMap(({ nextDue: day }) => (day !== null && day >= on ? [day] : []));
    return {
      ...department,
      clauses: led.length,
      supports: clauses.filter(({ supporting }) => supporting.some(isOf)).length,
      lights: countLights(led.map(({ light }) => light)),
      nextDue: due.toSorted()[0] ?? null,
    };
  });
  return rows.toSorted(
    (one, other) => other.clauses - one.clauses || other.supports - one.supports,
  );
}
