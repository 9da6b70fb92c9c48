import type { FastifyInstance } from 'fastify';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  actParams,
  checkpointAnswer,
  checkpointQuery,
  eventsAnswer,
  eventsQuery,
  proofAnswer,
} from '../model/contract.ts';
import { describeCheckpoint, proveAct } from './prove.ts';
import { searchEvents } from './search-events.ts';

const tag = 'audit';

/** What auditors read: the events, the log's newest checkpoint, and proofs. */
export function auditRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/audit/events',
    summary: 'Audit events by account, kind, subject and period, newest first',
    tag,
    permission: 'audit.read',
    isRecorded: true,
    query: eventsQuery,
    response: eventsAnswer,
    handle: async (context, { query }) => await searchEvents(context, query),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/audit/checkpoint',
    summary: 'The newest signed checkpoint of the log, to be kept elsewhere',
    tag,
    permission: 'audit.read',
    query: checkpointQuery,
    response: checkpointAnswer,
    handle: async ({ tx }, { query }) => await describeCheckpoint(tx, query.since),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/audit/acts/:id/proof',
    summary: 'The proof that an act is in the log',
    tag,
    permission: 'audit.read',
    params: actParams,
    response: proofAnswer,
    handle: async ({ tx }, { params }) => await proveAct(tx, params.id),
  });
}
