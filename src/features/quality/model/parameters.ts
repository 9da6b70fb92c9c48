import type { PlainDate } from '../../../kernel/plain-date.ts';
import { plainDate } from '../../../kernel/plain-date.ts';
import { contains, NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';

/** What rules compare with. Money in fen, areas in square metres, shares as fractions of one. */
export const parameterIds = [
  'povertyLineFen',
  'exitLineFen',
  'monitoringLineFen',
  'wageLeastFen',
  'wageMostFen',
  'subsistenceLeastFen',
  'familyPlanningLeastFen',
  'pensionLeastFen',
  'extremePovertyLeastFen',
  'identifiedWageLeastFen',
  'identifiedIncomePerHeadMostFen',
  'incomePerHeadChangeMost',
  'netIncomeChangeMost',
  'sameIncomeHouseholds',
  'sameIncomeItems',
  'housingPerHeadLeastSqm',
  'housingPerHeadMostSqm',
  'resettlementPerHeadMostSqm',
  'generationYears',
  'headLeastAge',
  'workingAge',
  'retirementAge',
  'pensionAge',
  'rainAndDewIdentifiedUntilMonth',
  'newbornInsuranceDays',
] as const;
export type ParameterId = (typeof parameterIds)[number];

/** One value of one authority, in force from a day until the next value of the same region. */
export type DatedParameter = {
  readonly id: ParameterId;
  readonly region: RegionCode;
  readonly from: PlainDate;
  readonly value: number;
  /** Document, notice or rule that says so. */
  readonly source: string;
};

/** The values in force at one place on one day. A rule whose value is absent stays silent. */
export type Parameters = { readonly [Id in ParameterId]?: number };

/**
 * The values in force: of the nearest region that has any on that day, the latest. A county's own
 * line wins over its province's, even an older one over a newer.
 */
export function parametersAt(
  table: readonly DatedParameter[],
  region: RegionCode,
  day: PlainDate,
): Parameters {
  const found = new Map<ParameterId, DatedParameter>();
  for (const candidate of table) {
    if (candidate.from > day || !contains(candidate.region, region)) continue;
    const current = found.get(candidate.id);
    if (current === undefined || isNearer(candidate, current)) found.set(candidate.id, candidate);
  }
  return Object.fromEntries([...found].map(([id, { value }]) => [id, value]));
}

function isNearer(one: DatedParameter, other: DatedParameter): boolean {
  if (one.region.length !== other.region.length) return one.region.length > other.region.length;
  return one.from > other.from;
}

type YearAndYuan = readonly [year: number, yuan: number];

function byYear(id: ParameterId, source: string, values: readonly YearAndYuan[]): DatedParameter[] {
  return values.map(([year, yuan]) => ({
    id,
    region: NATION,
    from: plainDate(`${year}-01-01`),
    value: yuan * 100,
    source,
  }));
}

function inNation(id: ParameterId, value: number, source: string): DatedParameter {
  return { id, region: NATION, from: plainDate('2010-01-01'), value, source };
}

const monitoringLines: readonly DatedParameter[] = (
  [
    ['', 2021, 6_000, '国务院扶贫开发领导小组, 2020: about 1.5 times the national line'],
    ['52', 2023, 7_300, 'Guizhou Province, monitoring line of 2023'],
    ['410581', 2023, 7_500, 'Linzhou, Henan Province, monitoring line of 2023'],
    ['350121', 2023, 10_560, 'Minhou, Fujian Province, monitoring line of 2023'],
    [
      '350526',
      2024,
      19_560,
      'Dehua, Fujian Province: twice the rural subsistence standard of 2024',
    ],
    ['53', 2025, 8_700, 'Yunnan Province, monitoring line of 2025'],
  ] as const
).map(([region, year, yuan, source]) => ({
  id: 'monitoringLineFen',
  region: regionCode(region),
  from: plainDate(`${year}-01-01`),
  value: yuan * 100,
  source,
}));

/** National values and the lines of single places that are known. Packs add to them. */
export const nationalParameters: readonly DatedParameter[] = [
  ...byYear(
    'povertyLineFen',
    'National Bureau of Statistics: rural poverty line at current prices',
    [
      [2010, 2_300],
      [2011, 2_536],
      [2012, 2_625],
      [2013, 2_736],
      [2014, 2_800],
      [2015, 2_855],
      [2016, 2_952],
      [2017, 2_952],
      [2018, 2_995],
      [2019, 3_218],
      [2020, 4_000],
    ],
  ),
  ...byYear('exitLineFen', 'Exit line of the provinces: 2 800 yuan in 2014, 6 % more each year', [
    [2013, 2_736],
    [2014, 2_800],
    [2015, 2_968],
    [2016, 3_146],
    [2017, 3_335],
    [2018, 3_535],
    [2019, 3_747],
    [2020, 4_000],
  ]),
  ...monitoringLines,
  inNation('wageLeastFen', 300_00, 'R105'),
  inNation('wageMostFen', 300_000_00, 'R105'),
  inNation('subsistenceLeastFen', 200_00, 'R108'),
  inNation('familyPlanningLeastFen', 100_00, 'R109'),
  inNation('pensionLeastFen', 88_00, 'R110: the national basic pension of one month, 2018'),
  inNation('extremePovertyLeastFen', 200_00, 'R111'),
  inNation('identifiedWageLeastFen', 100_00, 'R117'),
  ...byYear('identifiedIncomePerHeadMostFen', 'R118, for households identified from 2023 on', [
    [2023, 20_000],
  ]),
  inNation('incomePerHeadChangeMost', 0.5, 'R115'),
  inNation('netIncomeChangeMost', 0.3, 'R115'),
  inNation('sameIncomeHouseholds', 3, 'R116'),
  inNation('sameIncomeItems', 3, 'R116: fewer amounts coincide by themselves, as pensions do'),
  inNation('housingPerHeadLeastSqm', 8, 'R093'),
  inNation('housingPerHeadMostSqm', 100, 'R093'),
  inNation(
    'resettlementPerHeadMostSqm',
    25,
    'R095: red line of the relocation programme of 2016–2020',
  ),
  inNation('generationYears', 14, 'R024'),
  inNation('headLeastAge', 16, 'R025'),
  inNation('workingAge', 16, 'R050: 劳动法, art. 15'),
  inNation('retirementAge', 60, 'R052'),
  inNation('pensionAge', 60, 'R113: 国发〔2014〕8号'),
  {
    id: 'newbornInsuranceDays',
    region: NATION,
    from: plainDate('2021-01-01'),
    value: 90,
    source: 'R080: 基本医疗保险参保管理经办规程 (医保办函〔2021〕11号), art. 10',
  },
];
