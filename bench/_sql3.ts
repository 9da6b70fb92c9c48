import { openFactFile } from '../src/platform/server/facts/fact-file.ts';
import { timeOnce } from './measure.ts';

const folder = '/tmp/rules/prov';
const file = await openFactFile(folder, { memoryBytes: 2 * 1073741824, threads: 2 });
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
    JSON.stringify(r[0])?.slice(0, 100),
  );
};
const E = `ENUM('ordinary','skilled','weak','lost','none','?')`,
  S = `ENUM('0','1','2','9','?')`;
const mk = (skill: string, sex: string) =>
  Array.from(
    { length: 12 },
    (_, k) =>
      `(birth_day <= DATE '${1940 + k * 5}-01-01' AND ${skill}${k % 2 ? ` AND ${sex}` : ''})`,
  );
const mask = (a: string[]) =>
  a.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|');
const txt = mk(`labour_skill='none'`, `sex='1'`),
  en = mk(`labour_skill='none'::${E}`, `sex='1'::${S}`),
  code = mk(`enum_code(labour_skill)=4`, `enum_code(sex)=1`);
const code8 = mk(`enum_code(labour_skill)=4::UTINYINT`, `enum_code(sex)=1::UTINYINT`);
await run(
  'bare',
  'SELECT count(*), max(birth_day), max(labour_skill), max(sex), max(status) FROM person_fact',
);
for (const [n, c] of [
  ['txt', txt],
  ['enum', en],
  ['code', code],
  ['code8', code8],
] as const) {
  await run('mask ' + n, `SELECT bit_or(${mask(c as string[])}) FROM person_fact`);
  await run('count_if ' + n, `SELECT ${c.map((x) => `count_if(${x})`).join(',')} FROM person_fact`);
  await run(
    'sum bool ' + n,
    `SELECT ${c.map((x) => `sum((${x})::INT)`).join(',')} FROM person_fact`,
  );
}
await run(
  'mask case int8',
  `SELECT bit_or(${en
    .slice(0, 8)
    .map((c, k) => `(CASE WHEN ${c} THEN ${1 << k}::UTINYINT ELSE 0::UTINYINT END)`)
    .join('|')}) FROM person_fact`,
);
await run(
  'mask +',
  `SELECT bit_or(${en.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('+')}) FROM person_fact`,
);
await run(
  'agg enum',
  `SELECT count(*), bit_or(m) FROM (SELECT household_id, bit_or(${mask(en)}) m FROM person_fact GROUP BY household_id)`,
);
await run(
  'agg bool_or enum',
  `SELECT count(*), ${en.map((c, k) => `count(m${k})`).join(',')} FROM (SELECT household_id, ${en.map((c, k) => `bool_or(${c}) m${k}`).join(',')} FROM person_fact GROUP BY household_id)`,
);
await run(
  'join agg',
  `SELECT county, count(*), count_if((m&1)<>0) FROM household_fact h LEFT JOIN (SELECT household_id, bit_or(${mask(en)}) m FROM person_fact GROUP BY household_id) USING (household_id) GROUP BY county`,
);
await run(
  '30 count_if hh enum by county',
  `SELECT county, ${Array.from({ length: 30 }, (_, k) => `count_if(survey_income_per_head_fen < ${300000 + k * 5000} AND main_cause = 'illness'::ENUM('illness','disability','schooling','disaster','lackOfLand','lackOfWater','lackOfSkill','lackOfLabour','lackOfFunds','poorTransport','lackOfDrive','marriage','bereavement','other','?'))`).join(',')} FROM household_fact GROUP BY county`,
);
await run(
  '30 mask hh enum',
  `SELECT bit_or(${Array.from({ length: 30 }, (_, k) => `(CASE WHEN survey_income_per_head_fen < ${300000 + k * 5000} AND enum_code(main_cause) = 0 THEN ${1 << k} ELSE 0 END)`).join('|')}) FROM household_fact`,
);
file.close();
