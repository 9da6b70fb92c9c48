import type { FastifyInstance } from 'fastify';
import { NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import {
  boundariesAnswer,
  boundariesBody,
  childrenAnswer,
  childrenQuery,
  mapAnswer,
  mapQuery,
  NATION_IN_ADDRESS,
  regionAnswer,
  regionParams,
  searchAnswer,
  searchQuery,
} from '../model/contract.ts';
import { drawMap } from './draw-map.ts';
import { findRegions } from './find-regions.ts';
import { loadOwnBoundaries, removeOwnBoundaries } from './replace-boundaries.ts';
import { findChildren, findPath, findRegion } from './store.ts';

const tag = 'regions';
const LARGEST_MAP_BYTES = 20 * 1_048_576;

/** The division tree for everyone who is signed in, and the office's own boundaries. */
export function regionRoutes(app: FastifyInstance): void {
  treeRoutes(app);
  mapRoutes(app);
}

function treeRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/regions/search',
    summary: 'Regions by part of their name, pinyin initials or the first digits of their code',
    tag,
    permission: 'region.read',
    query: searchQuery,
    response: searchAnswer,
    handle: async ({ tx, officer }, { query }) => ({
      regions: await findRegions(tx, {
        ...query,
        within: query.within === undefined ? undefined : regionCode(query.within),
        scope: officer.posting?.region,
      }),
    }),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/regions/:code',
    summary: 'A region with its validity and the regions above it',
    tag,
    permission: 'region.read',
    params: regionParams,
    response: regionAnswer,
    handle: async ({ tx }, { params }) => {
      const region = await findRegion(tx, codeOf(params));
      if (region === undefined) throw new Problem(404, 'notFound');
      return { ...region, path: await findPath(tx, region.code) };
    },
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/regions/:code/children',
    summary: 'The divisions just below a region, by code, a page at a time',
    tag,
    permission: 'region.read',
    params: regionParams,
    query: childrenQuery,
    response: childrenAnswer,
    handle: async ({ tx }, { params, query }) => {
      const after = query.after === undefined ? undefined : regionCode(query.after);
      const found = await findChildren(tx, codeOf(params), { after, limit: query.limit + 1 });
      return { regions: found.slice(0, query.limit), hasMore: found.length > query.limit };
    },
  });
}

function mapRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/regions/:code/map',
    summary: "A region's divisions as a map: the office's own boundaries, or else a schematic map",
    tag,
    permission: 'region.read',
    params: regionParams,
    query: mapQuery,
    response: mapAnswer,
    handle: async ({ tx }, { params, query }) => await drawMap(tx, codeOf(params), query.depth),
  });
  endpoint(app, {
    method: 'PUT',
    url: '/api/regions/:code/boundaries',
    summary: "Loads the office's own boundaries (GeoJSON or TopoJSON) with their review number",
    tag,
    permission: 'region.boundaries',
    bodyLimit: LARGEST_MAP_BYTES,
    params: regionParams,
    body: boundariesBody,
    response: boundariesAnswer,
    handle: async (context, { params, body }) => ({
      divisions: await loadOwnBoundaries(context, { ...body, region: codeOf(params) }),
    }),
  });
  endpoint(app, {
    method: 'DELETE',
    url: '/api/regions/:code/boundaries',
    summary: "Takes the office's own boundaries away, back to the schematic map",
    tag,
    permission: 'region.boundaries',
    params: regionParams,
    response: boundariesAnswer,
    handle: async (context, { params }) => ({
      divisions: await removeOwnBoundaries(context, codeOf(params)),
    }),
  });
}

function codeOf({ code }: { code: string }): RegionCode {
  return code === NATION_IN_ADDRESS ? NATION : regionCode(code);
}
