import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Event } from '../model/contract.ts';
import type { PageEnd } from '../model/page.ts';

export type EventFilter = {
  accountId: string | undefined;
  kind: string | undefined;
  subject: string | undefined;
  subjectId: string | undefined;
  /** First instant, and the first one no more. */
  from: string | undefined;
  before: string | undefined;
  after: PageEnd | undefined;
  limit: number;
};

type EventRow = {
  id: string;
  at: string;
  kind: string;
  account_id: string | null;
  user_name: string | null;
  display_name: string | null;
  posting_id: string | null;
  region_code: string | null;
  subject: string | null;
  subject_id: string | null;
  purpose: string | null;
  detail: Record<string, unknown> | null;
};

/** Audit events, newest first. */
export async function findEvents(tx: Transaction, filter: EventFilter): Promise<Event[]> {
  const { accountId, kind, subject, subjectId, from, before, after } = filter;
  // Only what was asked for stands in the statement, so that the planner can choose the index.
  const rows = await tx<EventRow[]>`
    select e.id, e.at, e.kind, e.account_id, a.user_name, a.display_name, e.posting_id, e.region_code,
           e.subject, e.subject_id, e.purpose, e.detail
      from audit_event e left join account a on a.id = e.account_id
     where true
       ${accountId === undefined ? tx`` : tx`and e.account_id = ${accountId}`}
       ${kind === undefined ? tx`` : tx`and e.kind = ${kind}`}
       ${subject === undefined ? tx`` : tx`and e.subject = ${subject}`}
       ${subjectId === undefined ? tx`` : tx`and e.subject_id = ${subjectId}`}
       ${from === undefined ? tx`` : tx`and e.at >= ${from}`}
       ${before === undefined ? tx`` : tx`and e.at < ${before}`}
       ${after === undefined ? tx`` : tx`and e.at <= ${after.at} and (e.at < ${after.at} or e.id > ${after.id})`}
     order by e.at desc, e.id
     limit ${filter.limit}`;
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    account:
      row.account_id === null
        ? null
        : { id: row.account_id, userName: row.user_name, displayName: row.display_name },
    postingId: row.posting_id,
    regionCode: row.region_code,
    subject: row.subject,
    subjectId: row.subject_id,
    purpose: row.purpose,
    detail: row.detail,
  }));
}

/** Where in the log an act stands. */
export async function findLeafOfAct(
  tx: Transaction,
  actId: string,
): Promise<{ seq: number; leafHash: Buffer } | undefined> {
  const [row] = await tx<{ seq: number; leaf_hash: Buffer }[]>`
    select seq, leaf_hash from log_leaf where source_id = ${actId} and source = 'act' order by seq limit 1`;
  return row === undefined ? undefined : { seq: row.seq, leafHash: row.leaf_hash };
}
