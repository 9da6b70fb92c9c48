/**
 * Who may import whom. This table is the architecture: ARCHITECTURE.md prints it, and
 * boundaries.test.ts holds every file to it. `self` is the same feature; `other` is another
 * feature, whose folders are entered only through their index.ts.
 */
export const boundaries: Record<string, { mayImport: string[]; packages: string[] | 'any' }> = {
  kernel: { mayImport: ['kernel'], packages: [] },
  'platform/server': { mayImport: ['kernel', 'platform/server'], packages: 'any' },
  'platform/web': { mayImport: ['kernel', 'platform/web'], packages: 'any' },
  'feature/model': { mayImport: ['kernel', 'self/model', 'other/model'], packages: ['zod'] },
  'feature/server': {
    mayImport: [
      'kernel',
      'platform/server',
      'self/model',
      'self/server',
      'other/model',
      'other/server',
    ],
    packages: 'any',
  },
  'feature/web': {
    mayImport: ['kernel', 'platform/web', 'self/model', 'self/web', 'other/model', 'other/web'],
    packages: 'any',
  },
  entry: {
    mayImport: [
      'entry',
      'kernel',
      'platform/server',
      'platform/web',
      'other/model',
      'other/server',
      'other/web',
    ],
    packages: 'any',
  },
};

/** Which features may know of which. No arrow, no import; and the arrows may not make a circle. */
export const featureArrows: Record<string, string[]> = {
  regions: [],
  accounts: ['regions'],
  audit: [],
  households: ['regions'],
  quality: ['households', 'regions'],
  rules: ['households'],
  packs: ['households', 'regions', 'rules'],
  policies: ['households', 'packs', 'regions', 'rules'],
  entitlements: ['households', 'packs', 'regions', 'rules'],
  synth: ['households', 'regions'],
  intake: ['households', 'quality', 'regions'],
  ledgers: ['households', 'regions', 'wall'],
  wall: ['households', 'quality', 'regions'],
  documents: ['regions'],
};
