import { describe, expect, it } from 'vitest';
import { type Palette, palettes, type ThemeName } from './palette.ts';

/** Contrast of two colours after WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds: (keyof Palette)[] = ['paper', 'margin', 'surface', 'raised', 'hover'];
const words: (keyof Palette)[] = [
  'ink',
  'inkSoft',
  'accent',
  'accentHover',
  'accentActive',
  'seal',
  'good',
  'warn',
  'bad',
  'badHover',
  'badActive',
];
const washes: [word: keyof Palette, ground: keyof Palette][] = [
  ['accent', 'accentWash'],
  ['seal', 'sealWash'],
  ['good', 'goodWash'],
  ['warn', 'warnWash'],
  ['bad', 'badWash'],
  ['ink', 'accentWash'],
  ['inkSoft', 'accentWash'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onAccent', 'accentActive'],
  ['onAccent', 'bad'],
  ['onAccent', 'badHover'],
  ['onAccent', 'badActive'],
];

describe.each<ThemeName>(['light', 'dark'])('%s', (name) => {
  const palette = palettes[name];
  const pairs = [
    ...grounds.flatMap((ground) => words.map((word) => [word, ground] as const)),
    ...washes,
  ];

  it.each(pairs)('%s can be read on %s (WCAG 2.2, 1.4.3)', (word, ground) => {
    expect(contrast(palette[word], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('has edges of fields that can be seen (WCAG 2.2, 1.4.11)', () => {
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});
