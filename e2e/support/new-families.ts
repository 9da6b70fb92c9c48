import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeIdNumber } from '../../src/features/households/model/index.ts';
import { type SynthHousehold, synthesise } from '../../src/features/synth/model/index.ts';
import { type WrittenPopulation, writePopulation } from '../../src/features/synth/server/index.ts';
import { plainDate } from '../../src/kernel/plain-date.ts';
import { regionCode } from '../../src/kernel/region-code.ts';

const villages = ['990101100201', '990101100202', '990101101201'].map(regionCode);

export type NewFamilies = {
  files: WrittenPopulation['files'];
  /** Households that are in order, as the files have them. */
  inOrder: readonly SynthHousehold[];
  persons: number;
  remove: () => void;
};

/**
 * Writes the three tables of households that the register does not have yet. The demonstration has
 * its own by the same numbering, so these get numbers of their own, new with every run.
 */
export async function writeNewFamilies(order: {
  households: number;
  faultPercent: number;
  on: string;
}): Promise<NewFamilies> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-families-'));
  const started = Date.now();
  const year = Number(order.on.slice(0, 4)) - 1;
  const population = synthesise({
    seed: 'new families',
    villages,
    households: order.households,
    on: plainDate(order.on),
    surveyYears: [year],
  });
  const clean = [...population].map((one, place) => renumbered(one, { place, started }));
  const written = await writePopulation({
    folder,
    format: 'csv',
    households: clean,
    faultPercent: order.faultPercent,
    seed: 'new families',
  });
  const faulty = await faultyNumbers(written.truthFile);
  return {
    files: written.files,
    inOrder: clean.filter(({ household }) => !faulty.has(household.number)),
    persons: written.persons,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Numbers that neither the demonstration nor an earlier run used: of the household and of its members. */
function renumbered(
  one: SynthHousehold,
  { place, started }: { place: number; started: number },
): SynthHousehold {
  const second = Math.floor(started / 1_000);
  const number = `9901019${String(second % 10_000).padStart(4, '0')}${String(place).padStart(2, '0')}`;
  const shift = 200 + 2 * (second % 300);
  return {
    ...one,
    household: { ...one.household, number },
    persons: one.persons.map((person) => ({
      ...person,
      number: person.number?.replace(one.household.number, number) ?? null,
      documentNumber: shifted(person.documentNumber, shift),
    })),
  };
}

function shifted(number: string | null, shift: number): string | null {
  if (number === null) return null;
  const day = number.slice(6, 14).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const made = makeIdNumber({
    area: number.slice(0, 6),
    birthDay: plainDate(day),
    sequence: Number(number.slice(14, 17)) + shift,
  });
  return made + number.slice(18);
}

async function faultyNumbers(truthFile: string): Promise<Set<string>> {
  const lines = (await readFile(truthFile, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  return new Set(lines.slice(1).map((line) => line.split(',')[0] ?? ''));
}
