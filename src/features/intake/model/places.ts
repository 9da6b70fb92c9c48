import { contains, type RegionCode } from '../../../kernel/region-code.ts';

/** The divisions of a run's reach, as far as places are named by them. Ended ones are left out. */
export type Divisions = {
  readonly counties: readonly NamedRegion[];
  readonly townships: readonly NamedRegion[];
  readonly villages: readonly NamedRegion[];
};
export type NamedRegion = {
  readonly code: string;
  readonly name: string;
  readonly formerNames: readonly string[];
};

/** What a row says of its place, each as it stands in the file; empty if the file has no such column. */
export type PlaceCells = {
  readonly code: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
};

export type PlaceProblem = 'placeMissing' | 'placeUnknown' | 'placeAmbiguous' | 'placeOutsideReach';
export type Place =
  | { readonly found: true; readonly villageCode: string }
  | { readonly found: false; readonly problem: PlaceProblem };

const AMBIGUOUS = '';
const REMEMBERED = 50_000;

/**
 * Finds villages by code or by name. Names are compared as written first, then without the word
 * for the kind of division, so that 柳树湾, 柳树湾村 and 柳树湾村民委员会 are the same.
 */
export class PlaceFinder {
  readonly #reach: RegionCode;
  readonly #villages: ReadonlySet<string>;
  readonly #counties: ReadonlyMap<string, string>;
  readonly #townships: ReadonlyMap<string, string>;
  /** By county or township and name; an empty code says that several bear the name. */
  readonly #byName: ReadonlyMap<string, string>;
  readonly #known = new Map<string, Place>();

  constructor(reach: RegionCode, divisions: Divisions) {
    this.#reach = reach;
    this.#villages = new Set(divisions.villages.map(({ code }) => code));
    this.#counties = indexOf(divisions.counties, () => ['']);
    this.#townships = indexOf(divisions.townships, ({ code }) => [code.slice(0, 6), '']);
    this.#byName = indexOf(divisions.villages, ({ code }) => [
      code.slice(0, 9),
      code.slice(0, 6),
      '',
    ]);
  }

  knows(villageCode: string): boolean {
    return this.#villages.has(villageCode);
  }

  find(cells: PlaceCells): Place {
    const key = `${cells.code}\n${cells.county}\n${cells.township}\n${cells.village}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const place = cells.code === '' ? this.#findByName(cells) : this.#findByCode(cells.code);
    if (this.#known.size < REMEMBERED) this.#known.set(key, place);
    return place;
  }

  #findByCode(text: string): Place {
    const code = text.normalize('NFKC').replace(/\D/gu, '');
    if (this.#villages.has(code)) return { found: true, villageCode: code };
    if (code.length === 12 && !contains(this.#reach, code as RegionCode))
      return no('placeOutsideReach');
    return no('placeUnknown');
  }

  #findByName({ county, township, village }: PlaceCells): Place {
    if (village === '') return no('placeMissing');
    let within = '';
    if (county !== '') {
      const found = look(this.#counties, '', county);
      if (found === undefined) return no('placeOutsideReach');
      if (found === AMBIGUOUS) return no('placeAmbiguous');
      within = found;
    }
    if (township !== '') {
      const found = look(this.#townships, within, township);
      if (found === undefined) return no('placeUnknown');
      if (found === AMBIGUOUS) return no('placeAmbiguous');
      within = found;
    }
    const code = look(this.#byName, within, village);
    if (code === undefined) return no('placeUnknown');
    return code === AMBIGUOUS ? no('placeAmbiguous') : { found: true, villageCode: code };
  }
}

function no(problem: PlaceProblem): Place {
  return { found: false, problem };
}

function indexOf(
  regions: readonly NamedRegion[],
  withinOf: (region: NamedRegion) => readonly string[],
): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const add = (key: string, code: string): void => {
    const before = index.get(key);
    index.set(key, before === undefined || before === code ? code : AMBIGUOUS);
  };
  for (const region of regions) {
    for (const name of [region.name, ...region.formerNames]) {
      for (const within of withinOf(region)) {
        const exact = plainName(name);
        add(`${within}=${exact}`, region.code);
        add(`${within}~${stemOf(exact)}`, region.code);
      }
    }
  }
  return index;
}

/** The exact name wins over the stem: where 新村 and 新社区 lie side by side, each is found by its own. */
function look(
  index: ReadonlyMap<string, string>,
  within: string,
  name: string,
): string | undefined {
  const exact = plainName(name);
  return index.get(`${within}=${exact}`) ?? index.get(`${within}~${stemOf(exact)}`);
}

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s'"“”‘’]/gu, '');
}

const kinds =
  /(?:村民委员会|居民委员会|村委会|居委会|行政村|社区|街道办事处|街道|自治县|自治旗|[村居镇乡县区市旗])$/u;

function stemOf(name: string): string {
  const stem = name.replace(kinds, '');
  return stem === '' ? name : stem;
}
