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
    JSON.stringify(r[0])?.slice(0, 150),
  );
};
await file.with(async (c) => {
  await c.run(
    `CREATE OR REPLACE TABLE lists AS SELECT h.village, h.county, h.household_id, birth, skill, sex, st FROM household_fact h JOIN (SELECT household_id, list(birth_day) birth, list(enum_code(labour_skill)) skill, list(enum_code(sex)) sex, list({b:birth_day,s:labour_skill,x:sex}) st FROM person_fact GROUP BY 1) USING (household_id) ORDER BY h.village, household_id`,
  );
  await c.run(
    `CREATE OR REPLACE TABLE keyed_h AS SELECT row_number() OVER (ORDER BY village, household_id) AS k, * FROM household_fact ORDER BY village, household_id`,
  );
  await c.run(
    `CREATE OR REPLACE TABLE keyed_p AS SELECT k::INTEGER AS k, p.* FROM person_fact p JOIN keyed_h USING (household_id) ORDER BY p.village, household_id`,
  );
  await c.run(`ALTER TABLE keyed_h ALTER k TYPE INTEGER`);
  await c.run('CHECKPOINT');
});
const conds = (b: string, s: string, x: string) =>
  Array.from(
    { length: 12 },
    (_, k) =>
      `(${b} <= DATE '${1940 + k * 5}-01-01' AND ${s} = 'none'${k % 2 ? ` AND ${x}='1'` : ''})`,
  );
const mask = (a: string[]) =>
  a.map((c, k) => `(CASE WHEN ${c} THEN ${1 << k} ELSE 0 END)`).join('|');
const p = conds('birth_day', 'labour_skill', 'sex');
await run(
  'bare person',
  'SELECT count(*), max(birth_day), max(labour_skill), max(sex), max(status) FROM person_fact',
);
await run(
  'agg uuid',
  `SELECT count(*), bit_or(m) FROM (SELECT household_id, bit_or(${mask(p)}) m FROM person_fact GROUP BY household_id)`,
);
await run(
  'agg int key',
  `SELECT count(*), bit_or(m) FROM (SELECT k, bit_or(${mask(p)}) m FROM keyed_p GROUP BY k)`,
);
await run('mask only', `SELECT bit_or(${mask(p)}) FROM keyed_p`);
await run('list struct scan', `SELECT sum(len(st)) FROM lists`);
await run(
  'list struct transform',
  `SELECT sum(len(list_transform(st, lambda m: ${mask(conds('m.b', 'm.s', 'm.x'))}))) FROM lists`,
);
await run(
  'list struct transform bit_or',
  `SELECT bit_or(list_bit_or(list_transform(st, lambda m: ${mask(conds('m.b', 'm.s', 'm.x'))}))) FROM lists`,
);
await run(
  'list filter',
  `SELECT count(*) filter (len(list_filter(st, lambda m: ${conds('m.b', 'm.s', 'm.x')[1]}))>0) FROM lists`,
);
await run(
  'int join agg',
  `SELECT county, count(*), count(*) filter ((m&1)<>0) FROM keyed_h h LEFT JOIN (SELECT k, bit_or(${mask(p)}) m FROM keyed_p GROUP BY k) USING (k) GROUP BY county`,
);
await run('bare lag', `SELECT count(*) filter (l) FROM (SELECT k<>lag(k) over () l FROM keyed_p)`);
file.close();
// perfect hash
const { DuckDBInstance } = await import('@duckdb/node-api');
const inst = await DuckDBInstance.create(folder + '/facts.duckdb', {
  threads: '2',
  memory_limit: '2GiB',
});
const c = await inst.connect();
await c.run('SET perfect_ht_threshold=22');
for (const [n, q] of [
  [
    'perfect agg',
    `SELECT count(*), bit_or(m) FROM (SELECT k, bit_or(${mask(p)}) m FROM keyed_p GROUP BY k)`,
  ],
  [
    'perfect join',
    `SELECT county, count(*), count(*) filter ((m&1)<>0) FROM keyed_h h LEFT JOIN (SELECT k, bit_or(${mask(p)}) m FROM keyed_p GROUP BY k) USING (k) GROUP BY county`,
  ],
] as const) {
  for (let i = 0; i < 4; i++) {
    const t = await timeOnce(async () => {
      await c.runAndReadAll(q);
    });
    console.log(n, t.wallMs.toFixed(0), t.cpuMs.toFixed(0));
  }
}
c.closeSync();
inst.closeSync();
