import { writeFileSync } from 'node:fs';
import { publishedApi, publishedFiles } from './published-api.ts';

// Run after changing a route; `tidy/published-api.test.ts` holds the files to it.
const { document, types } = await publishedApi();
writeFileSync(publishedFiles.document, document);
writeFileSync(publishedFiles.types, types);
