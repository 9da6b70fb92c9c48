/**
 * Statements that may speak of all counties at once, and why. `begins` is the beginning of the
 * statement as it is sent, whitespace as single spaces; one that no test runs any more must go.
 */
export type Exception = { readonly begins: string; readonly because: string };

const WHOLE_SCOPE =
  'An officer’s scope may hold many counties. Row-level security bounds it; every county is asked at once and gives a page at most.';
const NEXT_COUNTY = 'This is how the counties of a scope are found in the first place.';

export const exceptions: readonly Exception[] = [
  {
    begins:
      'select county_code, id from household where number >= $1 and number < $2 order by number limit',
    because: WHOLE_SCOPE,
  },
  {
    begins:
      'select county_code from household where county_code > $1 and county_code >= $2 and county_code < $3',
    because: NEXT_COUNTY,
  },
  { begins: 'select distinct county_code from "act"', because: NEXT_COUNTY },
  { begins: 'select distinct county_code from "household"', because: NEXT_COUNTY },
  { begins: 'select distinct county_code from "person"', because: NEXT_COUNTY },
  { begins: 'select distinct county_code from "quality_finding"', because: NEXT_COUNTY },
  {
    begins: 'select code from village where county_code >= $1 and county_code < $2',
    because: 'The villages of a region above the county; its counties are a range of codes.',
  },
  {
    begins:
      'select code, name, former_names as "formerNames" from village where valid_to is null and code >= $1',
    because: 'The villages that an import may name: those of a prefecture lie in many counties.',
  },
  {
    begins: 'create temp table plan on commit drop as select n.number, h.id as existing_id',
    because:
      'Household numbers of a file are looked up in all counties of the importing office; an office of one county names it ($1).',
  },
  {
    begins: 'select county_code from village_population where village_code >= $1',
    because: 'Whether any village of a region has stated its population: the first row answers.',
  },
  {
    begins: 'select distinct on (county_code, village_code) village_code as code',
    because: 'A wall of a prefecture or province adds up the populations of all its villages.',
  },
  {
    begins:
      'select rule_id, level, count(*)::int as findings from quality_finding where village_code >= $1',
    because: 'The findings of a prefecture or province are counted in all its counties.',
  },
  {
    begins: "select 'a table with village_code has forced row-level security and a policy'",
    because: 'It asks the catalogue only, with a constant that no view may hold.',
  },
];
