import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { boundaries, featureArrows } from './boundaries.ts';
import { importsOf, productFiles, read } from './source.ts';

type Place = { layer: string; feature?: string };

function placeOf(file: string): Place | undefined {
  const [, top, second, third] = file.split('/');
  if (top === 'features') return { layer: `feature/${third}`, feature: second ?? '' };
  const layer = top === 'platform' ? `platform/${second}` : top;
  return layer !== undefined && layer in boundaries ? { layer } : undefined;
}

function packageOf(request: string): string {
  return request.startsWith('@')
    ? request.split('/').slice(0, 2).join('/')
    : (request.split('/')[0] ?? '');
}

function complaint(file: string, request: string): string | undefined {
  const from = placeOf(file);
  const rule = from === undefined ? undefined : boundaries[from.layer];
  if (from === undefined || rule === undefined) return `${file} has no place in tidy/boundaries.ts`;
  if (!request.startsWith('.')) {
    if (rule.packages === 'any' || rule.packages.includes(packageOf(request))) return undefined;
    return `${file}: ${from.layer} may not use the package ${request}`;
  }
  const target = normalize(join(dirname(file), request));
  // Messages, packs and style sheets are not code.
  if (/\.(json|css|typ|svg)(\?\w+)?$/.test(target)) return undefined;
  const to = placeOf(target);
  if (to === undefined) return `${file}: ${target} is outside the map in tidy/boundaries.ts`;
  if (to.feature === undefined) {
    return rule.mayImport.includes(to.layer)
      ? undefined
      : `${file}: ${from.layer} may not import ${to.layer} (${target})`;
  }
  const own = to.feature === from.feature;
  const wanted = `${own ? 'self' : 'other'}/${to.layer.split('/')[1]}`;
  if (!rule.mayImport.includes(wanted))
    return `${file}: ${from.layer} may not import ${wanted} (${target})`;
  if (own) return undefined;
  if (!target.endsWith('/index.ts'))
    return `${file}: enter ${to.feature} through its index.ts, not ${target}`;
  if (from.feature !== undefined && !featureArrows[from.feature]?.includes(to.feature)) {
    return `${file}: no arrow ${from.feature} -> ${to.feature} in tidy/boundaries.ts`;
  }
  return undefined;
}

it('reads the code it judges', () => {
  expect(productFiles.length).toBeGreaterThan(20);
  expect(productFiles.flatMap(importsOf).length).toBeGreaterThan(50);
});

it('catches a planted violation of each kind', () => {
  expect(complaint('src/kernel/result.ts', 'zod')).toContain('may not use the package');
  expect(complaint('src/utils.ts', './kernel/result.ts')).toContain('has no place');
  expect(complaint('src/kernel/result.ts', '../platform/server/clock.ts')).toContain(
    'may not import',
  );
  expect(complaint('src/features/wall/web/page.tsx', '../server/routes.ts')).toContain(
    'may not import',
  );
  expect(
    complaint('src/features/wall/server/routes.ts', '../../households/server/store.ts'),
  ).toContain('index.ts');
  expect(complaint('src/features/regions/server/a.ts', '../../wall/server/index.ts')).toContain(
    'no arrow',
  );
});

it('keeps every file within its boundaries', () => {
  const complaints = productFiles.flatMap((file) => [
    ...(placeOf(file) === undefined ? [`${file} has no place in tidy/boundaries.ts`] : []),
    ...importsOf(file).map((request) => complaint(file, request)),
  ]);
  expect(complaints.filter((found) => found !== undefined)).toEqual([]);
});

it('lets no circle of features arise', () => {
  const visit = (feature: string, path: string[]): void => {
    expect(path, `circle: ${[...path, feature].join(' -> ')}`).not.toContain(feature);
    for (const next of featureArrows[feature] ?? []) visit(next, [...path, feature]);
  };
  for (const feature of Object.keys(featureArrows)) visit(feature, []);
});

it('keeps clocks and dice out of pure code', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bprocess\./;
  const pure = productFiles.filter(
    (file) => file.startsWith('src/kernel/') || file.includes('/model/'),
  );
  expect(pure.filter((file) => impure.test(read(file)))).toEqual([]);
});
