import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import { contains, regionCode } from '../../../kernel/region-code.ts';
import { checkFiles } from '../server/testing/pack-folder.ts';
import { type Adoption, type Following, packFollowed } from './followed.ts';

const packs = checkFiles().packs.flatMap(({ pack }) => (pack === undefined ? [] : [pack]));
const start = plainDate('2016-01-01');

function adoption(region: string, begins: number, lasts: number | null): Adoption {
  const from = addDays(start, begins);
  return {
    id: `${region} ${begins} ${lasts}`,
    region: regionCode(region),
    packId: 'nation',
    packHash: 'f'.repeat(64),
    from,
    until: lasts === null ? null : addDays(from, lasts),
  };
}

it('follows an adoption before the pack that was written for the same region', () => {
  const own = adoption('990101', 0, null);
  const followed = packFollowed(regionCode('990101100201'), start, { adoptions: [own], packs });
  expect(followed).toEqual({ by: 'adoption', adoption: own });
});

it('follows the pack of the county before an adoption by the province', () => {
  const above = adoption('99', 0, null);
  const followed = packFollowed(regionCode('990101100201'), start, { adoptions: [above], packs });
  expect(followed).toMatchObject({ by: 'claim', pack: { folder: 'county' } });
  const beside = packFollowed(regionCode('990102'), start, { adoptions: [above], packs });
  expect(beside).toEqual({ by: 'adoption', adoption: above });
});

const anyAdoption = fc
  .tuple(
    fc.constantFrom('99', '9901', '990101', '990101100', '990102', '98'),
    fc.nat({ max: 30 }),
    fc.option(fc.nat({ max: 20 })),
  )
  .map(([region, begins, lasts]) => adoption(region, begins, lasts));

function told(followed: Following | undefined, inForce: readonly Adoption[]): string {
  if (followed === undefined) return 'none';
  if (followed.by === 'claim') return followed.pack.folder;
  const { adoption } = followed;
  const state = inForce.includes(adoption) ? 'in force' : 'not in force';
  return `${adoption.region.length} digits, ${state}`;
}

it('never follows what is not in force, or is for another place, or while something nearer is in force', () => {
  const village = regionCode('990101100201');
  fc.assert(
    fc.property(
      fc.array(anyAdoption, { maxLength: 8 }),
      fc.nat({ max: 60 }),
      (adoptions, after) => {
        const day = addDays(start, after);
        const inForce = adoptions.filter(
          ({ region, from, until }) =>
            contains(region, village) && from <= day && (until === null || until >= day),
        );
        const nearest = Math.max(0, ...inForce.map(({ region }) => region.length));
        const followed = packFollowed(village, day, { adoptions, packs });
        // The county's own pack stands at six digits.
        const expected = nearest < 6 ? 'county' : `${nearest} digits, in force`;
        expect(told(followed, inForce)).toBe(expected);
      },
    ),
  );
});
