import type { Sql } from '../src/platform/server/database/connect.ts';

/**
 * Fills an empty register with plain synthetic households, made inside the database so that a
 * million take a minute: surnames and given names from short lists, three persons to a household,
 * a hundred households to a village. Sealed columns hold one sealed value; hashes are all different.
 */
export async function fillRegister(
  sql: Sql,
  size: { households: number; sealed: Buffer },
  progress: (text: string) => void = () => undefined,
): Promise<void> {
  await sql`create temporary table place as select n,
      '99' || lpad((n / 1000000 % 10 + 10)::text, 2, '0') || lpad((n / 100000 % 10 + 10)::text, 2, '0') as county,
      lpad((n / 5000 % 20 + 100)::text, 3, '0') as township, lpad((n / 100 % 50 + 200)::text, 3, '0') as village
    from generate_series(0, ${size.households - 1}) as n`;
  await insertHouseholds(sql, size.sealed);
  progress('households');
  await insertPersons(sql, size.sealed);
  progress('persons');
  await insertSurveys(sql);
  progress('surveys');
  await sql`drop table place`;
  await sql`analyze household, person, household_survey`;
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉红云';
const initials = 'wlzlcyzhzwxshzglhgml';

async function insertHouseholds(sql: Sql, sealed: Buffer): Promise<void> {
  await sql`
    insert into household (county_code, id, village_code, number, head_name, head_initials, phone_sealed, phone_hash,
      household_type, poverty_status, main_cause, member_count)
    select county, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, county || township || village,
      'B' || lpad(n::text, 9, '0'),
      substr(${surnames}, n % 20 + 1, 1) || substr(${given}, n / 20 % 28 + 1, 1) || substr(${given}, n / 7 % 28 + 1, 1),
      substr(${initials}, n % 20 + 1, 1) || chr(97 + n / 3 % 26) || chr(97 + n / 11 % 26),
      ${sealed}, n::bigint * 7919 + 13,
      (array['poor','exited','exited','monitored'])[n % 4 + 1], (array['notExited','exitedEarlier','newlyExited','returned'])[n % 4 + 1],
      (array['illness','disability','schooling','lackOfLabour'])[n / 3 % 4 + 1], 3
    from place`;
}

async function insertPersons(sql: Sql, sealed: Buffer): Promise<void> {
  await sql`
    insert into person (county_code, id, village_code, household_id, name, name_initials, sex, birth_day, relation,
      document_sealed, document_hash, document_tail_hash)
    select county, ('00000000-0000-7000-9000-' || lpad(to_hex(n::bigint * 3 + m), 12, '0'))::uuid, county || township || village,
      ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      substr(${surnames}, (n + m * 3) % 20 + 1, 1) || substr(${given}, (n / 20 + m) % 28 + 1, 1) || substr(${given}, (n / 7 + m) % 28 + 1, 1),
      substr(${initials}, (n + m * 3) % 20 + 1, 1) || chr(97 + (n / 3 + m) % 26) || chr(97 + (n / 11 + m) % 26),
      (m % 2 + 1)::text, date '1945-01-01' + (n * 31 + m * 8000) % 25000, (array['02','10','20'])[m + 1],
      ${sealed}, decode(md5('d' || n || '/' || m), 'hex'), (n::bigint * 7907 + m * 104729) % 11000
    from place, generate_series(0, 2) as m`;
}

async function insertSurveys(sql: Sql): Promise<void> {
  await sql`
    insert into household_survey (county_code, id, village_code, household_id, year, population_at_year_end, wage_fen,
      transfer_fen, income_fen, net_income_fen, income_per_head_fen, safe_water)
    select county, ('00000000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, county || township || village,
      ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 2025, 3, n % 900000 + 200000, n % 90000,
      n % 900000 + n % 90000 + 200000, n % 900000 + n % 90000 + 200000, (n % 900000 + n % 90000 + 200000) / 3, n % 50 > 0
    from place`;
}

/** Where the n-th household of `fillRegister` stands. */
export function householdAt(n: number): { county: string; id: string } {
  const two = (value: number): string => String((value % 10) + 10);
  return {
    county: `99${two(Math.floor(n / 1_000_000))}${two(Math.floor(n / 100_000))}`,
    id: `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  };
}
