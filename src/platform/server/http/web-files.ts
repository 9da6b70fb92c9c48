import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

export const WEB_FOLDER = join(import.meta.dirname, '../../../../dist/web');

const A_YEAR = 31_536_000;

/**
 * Serves the built web application. Files with a hash in their name may be kept for a year; every
 * address that is no file and no interface belongs to the application, which draws it or says that
 * there is no such page.
 */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(WEB_FOLDER, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: WEB_FOLDER,
    wildcard: false,
    cacheControl: false,
    // The build lays compressed copies beside the files.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const kept = path.includes('/assets/') ? `public, max-age=${A_YEAR}, immutable` : 'no-cache';
      void reply.header('cache-control', kept);
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}(\?|$)/.test(request.url))
      throw new Problem(404, 'notFound');
    return await reply.sendFile('index.html');
  });
}
