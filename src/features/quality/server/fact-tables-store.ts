import type { FactTable } from '../../../platform/server/facts/fact-table.ts';

/** One row for each finding: which rule, how grave, and whether it is settled. What it says stays out. */
const finding: FactTable = {
  name: 'finding',
  base: 'quality_finding',
  from: 'quality_finding f',
  countyCode: 'f.county_code',
  villageCode: 'f.village_code',
  householdId: 'f.household_id',
  columns: [
    { name: 'id', type: 'id', sql: 'f.id' },
    { name: 'rule', type: 'text', sql: 'f.rule_id' },
    { name: 'level', type: 'text', sql: 'f.level' },
    { name: 'explained', type: 'boolean', sql: 'f.explained_at IS NOT NULL' },
    {
      name: 'exempted_until',
      type: 'day',
      // The facts' CSV knows no infinity.
      sql: `CASE f.exempted_until WHEN 'infinity' THEN date '9999-12-31' ELSE f.exempted_until END`,
    },
    { name: 'found_on', type: 'day', sql: 'f.found_on' },
  ],
};

export const qualityFactTables: readonly FactTable[] = [finding];
