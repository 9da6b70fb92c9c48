import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { openFactFile } from '../src/platform/server/facts/fact-file.ts';
import { timeOnce } from './measure.ts';
import { fillProvince } from './province.ts';

const folder = '/tmp/rules/prov';
mkdirSync(folder, { recursive: true });
const fresh = !existsSync(folder + '/facts.duckdb');
const file = await openFactFile(folder, { memoryBytes: 2 * 1073741824, threads: 2 });
if (fresh)
  await file.with(async (c) => {
    await fillProvince(c, { households: 1_000_000, seed: 7 });
  });
const run = async (name: string, sql: string) => {
  const ts: number[] = [],
    cs: number[] = [];
  let r: any;
  for (let i = 0; i < 4; i++) {
    const t = await timeOnce(async () => {
      r = await file.with(async (c) => await c.rows(sql));
    });
    if (i) {
      ts.push(t.wallMs);
      cs.push(t.cpuMs);
    }
  }
  ts.sort((a, b) => a - b);
  cs.sort((a, b) => a - b);
  console.log(
    name.padEnd(40),
    'wall',
    ts[0]!.toFixed(0),
    ts[1]!.toFixed(0),
    'cpu',
    cs[0]!.toFixed(0),
    cs[1]!.toFixed(0),
    JSON.stringify(r[0])?.slice(0, 150),
  );
};
const conds = Array.from(
  { length: 12 },
  (_, k) =>
    `(birth_day <= DATE '${1940 + k * 5}-01-01' AND labour_skill = 'none'${k % 2 ? ` AND sex='1'` : ''})`,
);
await run(
  'bare hh',
  'SELECT count(*), sum(survey_income_per_head_fen), max(poverty_status), max(main_cause), sum(present_members), max(status), max(monitored_category), sum(county) FROM household_fact',
);
await run(
  'bare person',
  'SELECT count(*), max(birth_day), max(labour_skill), max(sex), max(status) FROM person_fact',
);
await run('bare person health', `SELECT sum(len(health)) FROM person_fact`);
await run(
  'person health contains',
  `SELECT count(*) filter (list_contains(health,'disabled')) FROM person_fact`,
);
await run(
  'agg count by uuid',
  'SELECT count(*) FROM (SELECT household_id, count(*) n FROM person_fact GROUP BY household_id)',
);
await run(
  'agg bit_or 1',
  `SELECT count(*), bit_or(m) FROM (SELECT household_id, bit_or((${conds[0]})::INT) m FROM person_fact GROUP BY household_id)`,
);
await run(
  'agg bit_or 12 packed',
  `SELECT count(*), bit_or(m) FROM (SELECT household_id, bit_or(${conds.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|')}) m FROM person_fact GROUP BY household_id)`,
);
await run(
  'agg bool_or 12',
  `SELECT count(*), ${conds.map((c, k) => `count(m${k})`).join(',')} FROM (SELECT household_id, ${conds.map((c, k) => `bool_or(${c}) m${k}`).join(',')} FROM person_fact GROUP BY household_id)`,
);
await run(
  'mask no group',
  `SELECT bit_or(${conds.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|')}) FROM person_fact`,
);
await run(
  'mask no group cast',
  `SELECT bit_or(${conds.map((c, k) => `((${c})::INT << ${k})`).join('|')}) FROM person_fact`,
);
await run(
  'join agg',
  `SELECT county, count(*), count(*) filter ((m&1)<>0) FROM household_fact h LEFT JOIN (SELECT household_id, bit_or(${conds.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|')}) m FROM person_fact GROUP BY household_id) USING (household_id) GROUP BY county`,
);
await run(
  'union agg',
  `SELECT county, count(*), count(*) filter ((m&1)<>0) FROM (SELECT max(county) county, bit_or(m) m FROM (SELECT household_id, NULL county, (${conds.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|')}) m FROM person_fact UNION ALL SELECT household_id, county, 0 FROM household_fact) GROUP BY household_id) GROUP BY county`,
);
await run(
  'agg village+uuid',
  `SELECT count(*), bit_or(m) FROM (SELECT village,household_id, bit_or((${conds[0]})::INT) m FROM person_fact GROUP BY village,household_id)`,
);
file.close();
