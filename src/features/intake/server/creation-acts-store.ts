import type { Transaction } from '../../../platform/server/database/connect.ts';

/** Who takes the rows, when, and by what names the sources go in the reasons of the acts. */
export type Taking = {
  readonly runId: string;
  readonly accountId: string;
  readonly postingId: string | null;
  /** Instant in UTC, to the millisecond. */
  readonly now: string;
  readonly today: string;
  /** `file.xlsx [sheet]` by position. */
  readonly labels: readonly string[];
};

/**
 * What an act of creation keeps instead of the whole record: how many records it covers and the hash
 * of what they state (`row-encoder.ts`). With the before of every later act the first state can be
 * worked out again, and this hash tells whether somebody changed it past the acts.
 *
 * The act bears the id of the record that it makes. Its leaf hash is made here, over the same bytes
 * as `leafHashOfAct` makes it over: a million acts take seconds that way. A test holds the two together.
 */
export async function insertCreationActs(
  tx: Transaction,
  taking: Taking,
  isFresh: boolean,
): Promise<number> {
  let ordinal = await insertActsOf(tx, { ...taking, ordinal: 0 }, 'household');
  if (isFresh) return ordinal;
  ordinal = await insertActsOf(tx, { ...taking, ordinal }, 'person');
  return await insertActsOf(tx, { ...taking, ordinal }, 'survey');
}

type Created = 'household' | 'person' | 'survey';

const kinds: Record<Created, string> = {
  household: 'household.add',
  person: 'person.arrive',
  survey: 'survey.record',
};

/** The created records of a kind: where they are, which row told of them, and what the act keeps. */
const created: Record<Created, string> = {
  household: `
    select p.county_code, p.id, p.village_code, p.id as household_id, p.source, p.row_number,
           '{"content":"' || encode(sha256(s.content || coalesce(m.content, '') || coalesce(v.content, '')), 'hex')
             || '","persons":' || coalesce(m.count, 0) || ',"surveys":' || coalesce(v.count, 0) || '}' as after
      from plan p
      join stage_household s on s.source = p.source and s.row_number = p.row_number
      left join (select number_of_household, count(*), string_agg(content, '' order by id) as content
                   from stage_person group by 1) m on m.number_of_household = p.number
      left join (select p.number, count(*), string_agg(s.content, '' order by s.id) as content
                   from survey_plan v join stage_survey s on s.source = v.source and s.row_number = v.row_number
                   join plan p on p.id = v.household_id
                  where v.of_new_household group by 1) v on v.number = p.number
     where p.existing_id is null and not p.doomed`,
  person: `
    select p.county_code, s.id, p.village_code, p.id as household_id, s.source, s.row_number,
           '{"content":"' || encode(s.content, 'hex') || '"}' as after
      from stage_person s
      join plan p on p.number = s.number_of_household and p.existing_id is not null and not p.doomed
     where not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)`,
  survey: `
    select v.county_code, v.id, v.village_code, v.household_id, v.source, v.row_number,
           '{"content":"' || encode(s.content, 'hex') || '","year":' || s.year || '}' as after
      from survey_plan v join stage_survey s on s.source = v.source and s.row_number = v.row_number
     where v.existing_id is null and not v.of_new_household`,
};

async function insertActsOf(
  tx: Transaction,
  taking: Taking & { readonly ordinal: number },
  subject: Created,
): Promise<number> {
  const { runId, accountId, postingId, now, today, labels, ordinal } = taking;
  const posting = postingId === null ? 'null' : `"${postingId}"`;
  const inserted = await tx.unsafe(
    `insert into act (county_code, id, village_code, household_id, kind, subject, subject_id, request_id, ordinal,
                      account_id, posting_id, happened_on, recorded_at, reason, after, batch_id, batch_row, leaf_hash)
     select county_code, id, village_code, household_id, '${kinds[subject]}', '${subject}', id, $1::uuid, ordinal,
            $2::uuid, $3::uuid, $4::date, $5::timestamptz, ($6::text[])[source + 1] || ' #' || row_number, after::jsonb, $1::uuid, row_number,
            sha256('\\x00'::bytea || convert_to(
              '{"account_id":"' || $2 || '","after":' || after || ',"batch_id":"' || $1 || '","batch_row":' || row_number
              || ',"before":null,"county_code":"' || county_code || '","device":null,"happened_on":"' || $4
              || '","household_id":"' || household_id || '","id":"' || id || '","kind":"${kinds[subject]}","ordinal":' || ordinal
              || ',"posting_id":' || $7 || ',"reason":"' || ($8::text[])[source + 1] || ' #' || row_number
              || '","recorded_at":"' || $9 || '","request_id":"' || $1 || '","subject":"${subject}","subject_id":"' || id
              || '","type":"act","village_code":"' || village_code || '"}', 'UTF8'))
       from (select made.*, (row_number() over ())::integer - 1 + $10::integer as ordinal from (${created[subject]}) made) as numbered`,
    [
      runId,
      accountId,
      postingId,
      today,
      now,
      [...labels],
      posting,
      labels.map((label) => JSON.stringify(label).slice(1, -1)),
      inMicroseconds(now),
      ordinal,
    ],
  );
  return ordinal + inserted.count;
}

/** The instant with six digits after the point, as leaf hashes are made over it. */
function inMicroseconds(now: string): string {
  const match = /^(.+T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?Z$/.exec(now);
  if (match === null) throw new Error('An instant is written in UTC');
  return `${match[1]}.${(match[2] ?? '').padEnd(6, '0')}Z`;
}
