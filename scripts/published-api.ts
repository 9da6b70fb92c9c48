import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { features } from '../src/entry/routes.ts';
import { buildApplication } from '../src/platform/server/http/application.ts';
import type { Services } from '../src/platform/server/services.ts';

const root = join(import.meta.dirname, '..');

export const publishedFiles = {
  document: join(root, 'docs/openapi.json'),
  types: join(root, 'src/platform/web/api-types.ts'),
};

/** The OpenAPI document of every route and the types that the browser's client is checked with. */
export async function publishedApi(): Promise<{ document: string; types: string }> {
  // Declaring routes calls no service: only requests do.
  const app = await buildApplication({} as Services, features);
  await app.ready();
  const document = app.swagger();
  await app.close();
  const types = await openapiTypescript(document as OpenAPI3, { alphabetize: true });
  return { document: `${JSON.stringify(document, null, 2)}\n`, types: astToString(types) };
}
