import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** Every TypeScript file of the product, tests included, in a stable order. */
export const allFiles = globSync('src/**/*.{ts,tsx}').sort();

/** The files that make the product: no tests. */
export const productFiles = allFiles.filter((file) => !/\.test\.tsx?$/.test(file));

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** What a file imports: static, type-only, re-exported and dynamic. */
export function importsOf(file: string): string[] {
  const code = read(file);
  const { module } = parseSync(file, code);
  return [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap((found) => {
      const request = code.slice(found.moduleRequest.start, found.moduleRequest.end);
      return /^['"]/.test(request) ? [request.slice(1, -1)] : [];
    }),
  ];
}
