import { expect, it } from 'vitest';
import { nationalParameters } from '../../quality/model/parameters.ts';
import { parameterTables, valueForRules } from '../model/parameter-values.ts';
import { shippedLibrary } from './library.ts';

/** The data rules still carry their limits in code; until they read the pack, both must say the same. */
it('has every limit that the data rules compare with, of the same day, region and size', () => {
  const national = shippedLibrary().find('national');
  const tables = parameterTables(national === undefined ? [] : [national]);
  const missing = nationalParameters.filter(({ id, region, from, value }) => {
    const table = tables.get(id.replace(/Fen$/, ''));
    const same = table?.values.find((each) => each.region === region && each.from === from);
    return same === undefined || valueForRules(same.value, table?.unit ?? 'ratio') !== value;
  });
  expect(missing.map(({ id, region, from }) => `${id} ${region} ${from}`)).toEqual([]);
  expect(nationalParameters.length).toBeGreaterThan(30);
});
