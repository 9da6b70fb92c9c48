import { expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import { PlaceFinder } from './places.ts';

const region = (code: string, name: string, ...formerNames: string[]) => ({
  code,
  name,
  formerNames,
});
const finder = new PlaceFinder(regionCode('990101'), {
  counties: [region('990101', '柳溪县')],
  townships: [region('990101100', '城关镇'), region('990101101', '青石镇', '青石乡')],
  villages: [
    region('990101100200', '新民村'),
    region('990101100201', '新民社区'),
    region('990101100202', '柳树湾村'),
    region('990101101200', '高台村'),
    region('990101100203', '高台村'),
  ],
});
const none = { code: '', county: '', township: '', village: '' };

it.each([
  [{ ...none, code: '990101100202' }, '990101100202'],
  [{ ...none, code: '９９０１０１１００２０２' }, '990101100202'],
  [{ ...none, village: '柳树湾' }, '990101100202'],
  [{ ...none, township: '城关', village: '柳树湾村民委员会' }, '990101100202'],
  [{ ...none, county: '柳溪县', township: '青石乡', village: '高台' }, '990101101200'],
  [{ ...none, township: '城关镇', village: '新民社区' }, '990101100201'],
])('finds %o', (cells, villageCode) =>
  expect(finder.find(cells)).toEqual({ found: true, villageCode }),
);

it.each([
  [none, 'placeMissing'],
  [{ ...none, village: '没有的村' }, 'placeUnknown'],
  [{ ...none, village: '高台村' }, 'placeAmbiguous'],
  [{ ...none, township: '城关镇', village: '新民' }, 'placeAmbiguous'],
  [{ ...none, county: '临湖县', village: '柳树湾村' }, 'placeOutsideReach'],
  [{ ...none, code: '990102100200' }, 'placeOutsideReach'],
  [{ ...none, code: '990101999999' }, 'placeUnknown'],
])('does not guess at %o', (cells, problem) =>
  expect(finder.find(cells)).toEqual({ found: false, problem }),
);
