import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publishedApi, publishedFiles } from '../scripts/published-api.ts';

// Wrong: a route changed, its document not. Right: node scripts/generate-api-types.ts, and both together.
it('publishes the OpenAPI document and the types of the routes as they are', async () => {
  const { document, types } = await publishedApi();
  expect(document.includes('"/api/session"')).toBe(true);
  expect(readFileSync(publishedFiles.document, 'utf8') === document, 'docs/openapi.json').toBe(
    true,
  );
  expect(readFileSync(publishedFiles.types, 'utf8') === types, 'api-types.ts').toBe(true);
});
