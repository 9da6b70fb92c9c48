import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { programs, root } from './places.mjs';
import { ensureWebBuilt } from './web.mjs';

/** The unit tests leave the statements that they ran here, and `statements` judges them. */
const statementLog = join(root, 'node_modules/.cache/mingbai-statements');

const projects = ['model', 'server', 'web', 'tests'];

/**
 * What `npm test` runs, cheapest first. `commands` are arguments of the pinned Node; where they run
 * tests, these leave their counts in the file `report`, and `count` reads them. `prepare` returns
 * variables for the commands' environment.
 */
export const steps = [
  { name: 'format', commands: () => [[programs.biome, 'check']] },
  {
    name: 'types',
    commands: () => projects.map((project) => [programs.tsc, '-p', `tsconfig.${project}.json`]),
  },
  { name: 'lint', commands: () => [[programs.oxlint, '--type-aware', '--quiet']] },
  vitest('tidy'),
  { name: 'dead-code', commands: () => [[programs.knip]] },
  {
    ...vitest('unit'),
    prepare: async () => {
      rmSync(statementLog, { recursive: true, force: true });
      return { MINGBAI_STATEMENT_LOG: statementLog };
    },
  },
  {
    ...vitest('statements'),
    needs: 'unit',
    prepare: async () => ({ MINGBAI_STATEMENTS_RAN: statementLog }),
  },
  vitest('evidence'),
  {
    name: 'web',
    commands: () => [],
    prepare: async () => {
      await ensureWebBuilt();
      return {};
    },
  },
  {
    name: 'journeys',
    needs: 'web',
    prepare: async (report) => ({
      CHROMIUM_PATH: ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }),
    commands: () => [[programs.playwright, 'test', '--reporter=list,json']],
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
];

function vitest(project) {
  const select = ['run', '--project', project];
  return {
    name: project,
    commands: (report) => [
      [
        programs.vitest,
        ...select,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    ],
    count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  };
}
