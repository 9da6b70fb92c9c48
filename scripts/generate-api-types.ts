import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { features } from '../src/entry/routes.ts';
import { buildApplication } from '../src/platform/server/http/application.ts';
import type { Services } from '../src/platform/server/services.ts';

/**
 * Writes the published OpenAPI document of every route and the types that the browser's client is
 * checked with. Run it after changing a route; the tidy tests compare.
 */
const root = join(import.meta.dirname, '..');
// Declaring routes calls no service: only requests do.
const app = await buildApplication({} as Services, features);
await app.ready();
const document = app.swagger();
await app.close();

writeFileSync(join(root, 'docs/openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
const types = await openapiTypescript(document as OpenAPI3, { alphabetize: true });
writeFileSync(join(root, 'src/platform/web/api-types.ts'), astToString(types));
