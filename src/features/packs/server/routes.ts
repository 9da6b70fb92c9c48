import type { FastifyInstance } from 'fastify';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { NATION, type RegionCode } from '../../../kernel/region-code.ts';
import { type Context, endpoint } from '../../../platform/server/http/endpoint.ts';
import { reachOf } from '../../../platform/server/identity/officer.ts';
import {
  AdoptBody,
  ClauseAnswer,
  ClauseKey,
  DecideBody,
  EndBody,
  FollowedAnswer,
  FollowedQuery,
  IdAnswer,
  IdKey,
  NATION_IN_ADDRESS,
  PackAnswer,
  PackKey,
  PacksAnswer,
  ParameterAnswer,
  ParameterKey,
  ParametersAnswer,
  ParametersQuery,
  ProposalsAnswer,
  ProposalsQuery,
  ProposeBody,
} from '../model/contract.ts';
import { adoptPack, endPack, showFollowed } from './adopt-pack.ts';
import { decideValue, listProposals, proposeValue, type Verdict } from './propose-value.ts';
import { listPacks, showClause, showPack } from './show-packs.ts';
import { showParameter, showParameters } from './show-parameters.ts';

const tag = 'packs';

/** Packs, which one is followed where, and the values of parameters that offices set. */
export function packRoutes(app: FastifyInstance): void {
  declarePacks(app);
  declareAdoptions(app);
  declareParameters(app);
  declareProposals(app);
}

function regionOf(text: string): RegionCode {
  return text === NATION_IN_ADDRESS ? NATION : (text as RegionCode);
}

/** Policy is public: every officer may ask about every place, of old about their own. */
function placeOf(
  { officer, today }: Context,
  { region, on }: { region?: string | undefined; on?: string | undefined },
): { region: RegionCode; on: PlainDate } {
  return {
    region: region === undefined ? reachOf(officer) : regionOf(region),
    on: (on ?? today) as PlainDate,
  };
}

function declarePacks(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/packs',
    tag,
    summary: 'Every pack, with how much of its document is carried out',
    permission: 'policy.read',
    response: PacksAnswer,
    handle: async () => await Promise.resolve({ packs: listPacks() }),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/packs/:id',
    tag,
    summary: 'A pack: its clauses in order, what carries each out, and its items',
    permission: 'policy.read',
    params: PackKey,
    response: PackAnswer,
    handle: async (_context, { params }) => await Promise.resolve(showPack(params.id)),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/packs/:id/clauses/:clause',
    tag,
    summary: 'One clause with the whole of what carries it out',
    permission: 'policy.read',
    params: ClauseKey,
    response: ClauseAnswer,
    handle: async (_context, { params }) =>
      await Promise.resolve(showClause(params.id, params.clause)),
  });
}

function declareAdoptions(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/pack-followed',
    tag,
    summary: 'Which pack a region follows on a day, and why',
    permission: 'policy.read',
    query: FollowedQuery,
    response: FollowedAnswer,
    handle: async (context, { query }) => await showFollowed(context, placeOf(context, query)),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/pack-adoptions',
    tag,
    summary: 'A region begins to follow a pack in its present version',
    permission: 'policy.decide',
    body: AdoptBody,
    response: IdAnswer,
    handle: async (context, { body }) => ({
      id: await adoptPack(context, {
        ...body,
        region: regionOf(body.region),
        from: body.from as PlainDate,
      }),
    }),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/pack-adoptions/:id/end',
    tag,
    summary: 'A region stops following the pack that it adopted',
    permission: 'policy.decide',
    params: IdKey,
    body: EndBody,
    response: IdAnswer,
    handle: async (context, { params, body }) => {
      await endPack(context, params.id, { ...body, until: body.until as PlainDate });
      return params;
    },
  });
}

function declareParameters(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/parameters',
    tag,
    summary: 'Every parameter with its value at a place on a day',
    permission: 'policy.read',
    query: ParametersQuery,
    response: ParametersAnswer,
    handle: async (context, { query }) =>
      await showParameters(context, { ...placeOf(context, query), pack: query.pack }),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/parameters/:id',
    tag,
    summary: 'One parameter with all its values for a place, and what is proposed',
    permission: 'policy.read',
    params: ParameterKey,
    query: ParametersQuery,
    response: ParameterAnswer,
    handle: async (context, { params, query }) => {
      const place = placeOf(context, query);
      return await showParameter(context, params.id, { ...place, pack: query.pack });
    },
  });
}

const verdicts = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

function declareProposals(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/parameter-proposals',
    tag,
    summary: 'Values proposed for a region and those within it, decided ones included',
    permission: 'policy.read',
    query: ProposalsQuery,
    response: ProposalsAnswer,
    handle: async (context, { query }) => ({
      proposals: await listProposals(context, placeOf(context, query).region, query.state),
    }),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/parameter-proposals',
    tag,
    summary: 'Propose a value of a parameter for a region, with clause and reason',
    permission: 'policy.propose',
    body: ProposeBody,
    response: IdAnswer,
    handle: async (context, { body }) => ({
      id: await proposeValue(context, {
        ...body,
        region: regionOf(body.region),
        from: body.from as PlainDate,
        until: body.until as PlainDate | undefined,
      }),
    }),
  });

  declareVerdict(app, 'approve', 'A second person puts a proposed value in force');
  declareVerdict(app, 'refuse', 'A second person refuses a proposed value, with a reason');
  declareVerdict(app, 'withdraw', 'The proposer takes a proposed value back');
}

function declareVerdict(app: FastifyInstance, verb: keyof typeof verdicts, summary: string): void {
  endpoint(app, {
    method: 'POST',
    url: `/api/parameter-proposals/:id/${verb}`,
    tag,
    summary,
    permission: verb === 'withdraw' ? 'policy.propose' : 'policy.decide',
    params: IdKey,
    body: DecideBody,
    response: IdAnswer,
    handle: async (context, { params, body }) => {
      const verdict: Verdict = { state: verdicts[verb], reason: body.reason };
      await decideValue(context, params.id, verdict);
      return params;
    },
  });
}
