import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { isReachable } from '../database/health-store.ts';

export const VERSION = '0.1.0';

/** For whoever watches the process: 200 if a request could be served now, 503 if not. */
export function healthRoutes(database: Database, factsLagSeconds: () => number | null) {
  return (app: FastifyInstance): void => {
    app.get(
      '/health',
      {
        config: { permission: 'public' },
        schema: {
          summary: 'Version, database, and how far the facts are behind the register',
          tags: ['system'],
          response: { 200: Health, 503: Health },
        },
      },
      async (_request, reply) => {
        const reachable = await isReachable(database);
        return await reply.status(reachable ? 200 : 503).send({
          version: VERSION,
          database: reachable ? 'up' : 'down',
          factsLagSeconds: factsLagSeconds(),
        });
      },
    );
  };
}

const Health = z.object({
  version: z.string(),
  database: z.enum(['up', 'down']),
  factsLagSeconds: z.number().nullable(),
});
