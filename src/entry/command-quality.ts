import type { Command } from 'commander';
import { countFindings, recheckRegion } from '../features/quality/server/index.ts';
import { parseRegionCode, type RegionCode } from '../kernel/region-code.ts';
import { createSealer } from '../platform/server/crypto/sealer.ts';
import { enterScope } from '../platform/server/database/scope-store.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

type Options = { region: string; json?: true };

type Outcome = {
  region: string;
  households: number;
  persons: number;
  seconds: number;
  findings: number;
  levels: Record<'E' | 'W' | 'I', number>;
  rules: Record<string, number>;
};

/** `mingbai quality`: checks a region against the data rules again and counts what is found. */
export function qualityCommands(program: Command, language: Language): void {
  program
    .command('quality')
    .description(text(language, 'quality-desk:command.description'))
    .option('--region <code>', text(language, 'quality-desk:command.region'), '')
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const region = parseRegionCode(options.region);
      if (region === undefined)
        throw new Problem(400, 'regionCodeWrong', { region: options.region });
      const outcome = await recheck(command, region);
      if (options.json === true) printJson(outcome);
      else sayOutcome(language, outcome);
    });
}

async function recheck(command: Command, region: RegionCode): Promise<Outcome> {
  return await withData(command, async ({ database, clock, keys, talk }) => {
    const began = performance.now();
    const services = { database, clock, sealer: createSealer(keys) };
    const done = await talk.during(
      'command:doing.quality',
      async (progress) =>
        await recheckRegion(services, region, ({ households }) => progress(households, 0)),
    );
    const counted = await database.read(async (tx) => {
      await enterScope(tx, region);
      return await countFindings(tx, region);
    });
    const levels = { E: 0, W: 0, I: 0 };
    const rules: Record<string, number> = {};
    for (const { rule_id: rule, level, findings } of counted) {
      levels[level] += findings;
      rules[rule] = (rules[rule] ?? 0) + findings;
    }
    return {
      region,
      ...done,
      seconds: Math.round(performance.now() - began) / 1000,
      findings: levels.E + levels.W + levels.I,
      levels,
      rules,
    };
  });
}

const COUNT_WIDTH = 8;

function sayOutcome(language: Language, outcome: Outcome): void {
  const { levels, rules, ...rest } = outcome;
  printLine(text(language, 'quality-desk:command.checked', { ...rest, ...levels }));
  for (const [rule, findings] of Object.entries(rules)) {
    const title = text(language, `quality:${rule}.title`);
    printLine(`${String(findings).padStart(COUNT_WIDTH)}  ${rule}  ${title}`);
  }
}
