import { describe, expect, it } from 'vitest';
import { keptLibrary } from './library.ts';
import { changed, type PackFiles, soundPacks } from './testing/pack-folder.ts';

function libraryWith(version: string, changes: PackFiles = {}): ReturnType<typeof keptLibrary> {
  const files = Object.fromEntries(
    Object.entries({ ...soundPacks, ...changes }).map(([name, text]) => [name, String(text)]),
  );
  return keptLibrary(version, files);
}

describe('a library of packs', () => {
  it('knows the rules that hold in a pack, and its version', () => {
    const library = libraryWith('sound');
    const county = library.find('county');
    if (county === undefined) throw new Error('The county has no pack');
    expect(library.rulesOf(county).map(({ rule }) => rule.id)).toEqual(['poorHouseholdAid']);
    expect(library.errorsOf(county)).toEqual([]);
    expect(library.isReadable(county)).toBe(true);
    expect(library.versionOf(county)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives a pack another version if a pack above it changes by one letter', () => {
    const above = changed('nation/clauses.yaml', 'en: Line', 'en: Lines');
    const [before, after] = [libraryWith('sound'), libraryWith('above', above)].map((library) => {
      const county = library.find('county');
      return county === undefined ? undefined : [county.hash, library.versionOf(county)];
    });
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });

  it('does not call a pack readable if a file of it, or above it, is not understood', () => {
    const typo = changed('nation/parameters/lines.yaml', 'unit: yuan', 'unit: yaun');
    const library = libraryWith('typo', typo);
    const county = library.find('county');
    expect(county === undefined ? true : library.isReadable(county)).toBe(false);
  });

  it('knows of errors that only reading the rules and running the stories find', () => {
    const story = changed('county/tests/aid.yaml', 'yuan: 1}', 'yuan: 2}');
    const library = libraryWith('story', story);
    const county = library.find('county');
    if (county === undefined) throw new Error('The county has no pack');
    expect(library.isReadable(county)).toBe(true);
    expect(library.errorsOf(county).map(({ code }) => code)).toEqual(['storyFails']);
  });
});
