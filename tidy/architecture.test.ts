import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { boundaries, featureArrows } from './boundaries.ts';

function printed(): string {
  const layers = Object.entries(boundaries).map(
    ([layer, { mayImport, packages }]) =>
      `| \`${layer}\` | ${mayImport.join(', ')} | ${packages === 'any' ? 'any' : packages.join(', ') || 'none'} |`,
  );
  const arrows = Object.entries(featureArrows).map(
    ([feature, others]) =>
      `| [${feature}](src/features/${feature}/README.md) | ${others.join(', ') || '–'} |`,
  );
  return [
    '| Layer | May import | Packages |',
    '| --- | --- | --- |',
    ...layers,
    '',
    '| Feature | Knows of |',
    '| --- | --- |',
    ...arrows,
  ].join('\n');
}

it('prints the boundaries in ARCHITECTURE.md as tidy/boundaries.ts has them', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const between = /<!-- boundaries:begin -->\n([\s\S]*?)\n?<!-- boundaries:end -->/.exec(text)?.[1];
  expect(between?.trim(), `Put this between the marks:\n${printed()}`).toBe(printed());
});
