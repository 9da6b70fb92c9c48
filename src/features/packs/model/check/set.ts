import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { contains, levelOf } from '../../../../kernel/region-code.ts';
import { chainOf } from '../chain.ts';
import { inside, type Pack, type PackError } from '../pack.ts';
import { nearestWord } from '../suggestion.ts';
import { fault } from './context.ts';

const rank = { nation: 0, province: 1, prefecture: 2, county: 3, village: 4 };

/** How the packs stand to one another: who extends whom, and who claims which region. */
export function checkSet(all: readonly Pack[], packs: ReadonlyMap<string, Pack>): PackError[] {
  return [
    ...all.flatMap((pack) => checkHead(pack, packs)),
    ...checkTwice(all),
    ...checkClaims(all),
  ];
}

function checkHead(pack: Pack, packs: ReadonlyMap<string, Pack>): PackError[] {
  const { value: head, at } = pack.head;
  const faults: PackError[] = [];
  if (head.id !== pack.folder) {
    faults.push(fault(inside(at, 'id'), 'idNotFolder', { id: head.id, folder: pack.folder }));
  }
  head.regions.forEach((region, place) => {
    if (levelOf(region) === head.level) return;
    const details = { region: region || 'nation', level: head.level };
    faults.push(fault(inside(at, 'regions', place), 'regionOfOtherLevel', details));
  });
  return [...faults, ...checkExtends(pack, packs)];
}

function checkExtends(pack: Pack, packs: ReadonlyMap<string, Pack>): PackError[] {
  const { value: head, at } = pack.head;
  if (head.extends === undefined) return [];
  const here = inside(at, 'extends');
  const above = packs.get(head.extends);
  if (above === undefined) {
    const suggestion = nearestWord(head.extends, packs.keys()) ?? '–';
    return [fault(here, 'extendsUnknown', { id: head.extends, suggestion })];
  }
  const { circle } = chainOf(pack, packs);
  if (circle !== undefined) return [fault(here, 'extendsInCircle', { circle: circle.join(' → ') })];
  const upper = above.head.value;
  if (rank[upper.level] >= rank[head.level]) {
    return [fault(here, 'extendsNotAbove', { id: upper.id, level: upper.level })];
  }
  const lost = head.regions.filter(
    (region) => !upper.regions.some((outer) => contains(outer, region)),
  );
  return lost.map((region) => fault(here, 'extendsElsewhere', { id: upper.id, region }));
}

function checkTwice(all: readonly Pack[]): PackError[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ head, folder }) => {
    const other = seen.get(head.value.id);
    seen.set(head.value.id, folder);
    return other === undefined
      ? []
      : [fault(inside(head.at, 'id'), 'packTwice', { id: head.value.id, other })];
  });
}

type Claim = { readonly pack: string; readonly from: PlainDate; readonly until: PlainDate | null };

/** One region, one level, one pack at a time: else nobody knew which of them to follow. */
function checkClaims(all: readonly Pack[]): PackError[] {
  const claimed = new Map<string, Claim[]>();
  return all.flatMap(({ head }) => {
    const { id, level, regions, inForce } = head.value;
    const claim = { pack: id, from: inForce.from, until: inForce.until ?? null };
    return regions.flatMap((region, place) => {
      const before = claimed.get(`${level} ${region}`) ?? [];
      claimed.set(`${level} ${region}`, [...before, claim]);
      const other = before.find((earlier) => overlap(earlier, claim));
      if (other === undefined) return [];
      const details = { region: region || 'nation', level, other: other.pack };
      return [fault(inside(head.at, 'regions', place), 'regionClaimedTwice', details)];
    });
  });
}

function overlap(one: Claim, other: Claim): boolean {
  const startsInTime = other.until === null || one.from <= other.until;
  return startsInTime && (one.until === null || other.from <= one.until);
}
