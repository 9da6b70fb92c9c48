import type { FastifyInstance } from 'fastify';
import { regionCode } from '../../../kernel/region-code.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  BreakdownAnswer,
  BreakdownQuery,
  MapAnswer,
  MapQuery,
  PopulationParams,
  PopulationsAnswer,
  PopulationsBody,
  SummaryAnswer,
  SummaryQuery,
} from '../model/contract.ts';
import { breakDownRegions } from './break-down-regions.ts';
import { colourMap } from './colour-map.ts';
import { askedRegion, placeOf } from './places.ts';
import { readPopulations, statePopulations } from './state-populations.ts';
import { breakDown, summarise } from './summarise.ts';

const tag = 'wall';

/** Numbers over many households: the start page, the map, and the way down to the village. */
export function wallRoutes(app: FastifyInstance): void {
  numberRoutes(app);
  populationRoutes(app);
}

function numberRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/wall/summary',
    summary: 'How many households, where, why, what is missing and what changed in a region',
    tag,
    permission: 'wall.read',
    query: SummaryQuery,
    response: SummaryAnswer,
    handle: async (context, { query }) =>
      await summarise(context, askedRegion(context, query.region)),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/wall/map',
    summary: "A region's map with a value for each of its divisions",
    tag,
    permission: 'wall.read',
    query: MapQuery,
    response: MapAnswer,
    handle: async (context, { query }) =>
      await colourMap(context, askedRegion(context, query.region), {
        indicator: query.indicator,
        depth: query.depth,
      }),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/wall/breakdown',
    summary: 'The households of a region by one dimension, or by the divisions below it',
    tag,
    permission: 'wall.read',
    query: BreakdownQuery,
    response: BreakdownAnswer,
    handle: async (context, { query: { region, by } }) => {
      const code = askedRegion(context, region);
      const asked = { facts: context.services.facts, region: code };
      return {
        region: await placeOf(context.tx, code),
        by,
        rows: by === 'region' ? [] : await breakDown(asked, by),
        regions: by === 'region' ? await breakDownRegions(context, code) : [],
      };
    },
  });
}

function populationRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/wall/populations/:region',
    summary: 'The agricultural population that each village of a township stated last',
    tag,
    permission: 'wall.read',
    params: PopulationParams,
    response: PopulationsAnswer,
    handle: async (context, { params }) =>
      await readPopulations(context, regionCode(params.region)),
  });
  endpoint(app, {
    method: 'PUT',
    url: '/api/wall/populations/:region',
    summary: 'States the agricultural population of villages of a township for a year',
    tag,
    permission: 'household.correct',
    params: PopulationParams,
    body: PopulationsBody,
    response: PopulationsAnswer,
    handle: async (context, { params, body }) =>
      await statePopulations(context, regionCode(params.region), body),
  });
}
