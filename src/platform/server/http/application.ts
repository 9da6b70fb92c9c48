import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { problemOfDatabaseError, problemOfFileError } from '../database/database-problem.ts';
import type { Services } from '../services.ts';
import { Problem } from './problem.ts';
import { languageOf, problemText } from './problem-catalogue.ts';

const LARGEST_BODY_BYTES = 1_048_576;

/** The features' routes, as functions that declare them on the application. */
export type Routes = (app: FastifyInstance) => void;

/** Builds the HTTP application: schemas on every route, one problem format, OpenAPI 3.1 of it all. */
export async function buildApplication(
  services: Services,
  features: Routes[],
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    genReqId: () => randomUUID(),
    logger: false,
    trustProxy: 'loopback',
    // An address that cannot even be read is refused like everything else, and not quoted.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  });
  app.decorate('services', services);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem(404, 'notFound'), request, reply),
  );
  app.addHook('onRequest', refuseForeignOrigin);
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: contentSecurityPolicy() });
  await app.register(multipart, { limits: { files: 1, fields: 20 } });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Mingbai', version: '0.1.0' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  for (const declare of features) {
    await app.register((scope, _options, done) => {
      declare(scope);
      done();
    });
  }
  return app;
}

function contentSecurityPolicy(): { directives: Record<string, string[] | null> } {
  return {
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      // antd writes its styles into the page at run time.
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      // Offices run it on the county's own network without TLS in front at first.
      'upgrade-insecure-requests': null,
    },
  };
}

/** A page of another site must not act with an officer's cookie (cross-site request forgery). */
async function refuseForeignOrigin(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && URL.parse(origin)?.host !== request.headers.host;
  if (foreignSite || foreignOrigin) throw new Problem(403, 'foreignOrigin');
}

/** Asked of the header, for an address that cannot be read has no request with methods of ours. */
function isForm(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('multipart/') === true;
}

const brokenForm =
  /^(Unexpected end of (multipart data|file|form)|Malformed part header|Part terminated)/;

function problemOf(thrown: unknown, request: FastifyRequest): Problem {
  if (thrown instanceof Problem) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const [first] = thrown.validation;
    return new Problem(400, 'inputNotUnderstood', {
      place: first?.instancePath ?? '',
      reason: first?.message ?? '',
    });
  }
  const known = problemOfDatabaseError(thrown) ?? problemOfFileError(thrown);
  if (known !== undefined) return known;
  // The parser of forms throws bare errors about what breaks off or is no form at all.
  if (isForm(request) && thrown instanceof Error && brokenForm.test(thrown.message))
    return new Problem(400, 'inputNotUnderstood', { place: '', reason: '' });
  const status = (thrown as { statusCode?: unknown }).statusCode;
  if (status === 413)
    return new Problem(413, 'bodyTooLarge', { limit: request.routeOptions.bodyLimit });
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem(status, 'inputNotUnderstood', { place: '', reason: '' });
  }
  return new Problem(500, 'unexpected', { trace: request.id });
}

function answerProblem(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemOf(thrown, request);
  if (problem.code === 'unexpected') request.server.services.reportFault(thrown, request.id);
  const language = languageOf(request.headers['accept-language']);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      code: problem.code,
      status: problem.status,
      title: problemText(language, problem.code, problem.details),
      details: problem.details,
    });
}
