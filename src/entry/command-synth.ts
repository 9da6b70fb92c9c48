import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { findVillages } from '../features/regions/server/index.ts';
import { synthesise } from '../features/synth/model/index.ts';
import { writePopulation } from '../features/synth/server/index.ts';
import { plainDate } from '../kernel/plain-date.ts';
import { regionCode } from '../kernel/region-code.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

type Options = {
  seed: string;
  region: string;
  households: string;
  faults: string;
  format: 'csv' | 'xlsx';
  out: string;
  on: string;
  json?: true;
};

/** `mingbai synth`: a synthetic population as spreadsheets in the national layout. */
export function synthCommands(program: Command, language: Language): void {
  program
    .command('synth')
    .description(text(language, 'command:synth.description'))
    .requiredOption('--households <count>', text(language, 'command:synth.households'))
    .option('--region <code>', text(language, 'command:synth.region'), '990101')
    .option('--seed <text>', text(language, 'command:synth.seed'), 'mingbai')
    .option('--faults <percent>', text(language, 'command:synth.faults'), '0')
    .option('--format <csv|xlsx>', text(language, 'command:synth.format'), 'csv')
    .option('--on <day>', text(language, 'command:synth.on'), '2026-11-23')
    .option('--out <folder>', text(language, 'command:synth.out'), 'synth')
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const region = regionCode(options.region);
      const { villages, talk } = await withData(command, async (opened) => ({
        villages: await opened.database.read(async (tx) => await findVillages(tx, region)),
        talk: opened.talk,
      }));
      if (villages.length === 0) throw new Problem(404, 'regionHasNoVillages', { region });
      const on = plainDate(options.on);
      const year = Number(options.on.slice(0, 4));
      const order = {
        seed: options.seed,
        villages,
        households: Number(options.households),
        on,
        surveyYears: [year - 2, year - 1],
      };
      const written = await talk.during(
        'command:doing.synth',
        async (progress) =>
          await writePopulation({
            folder: resolve(options.out),
            format: options.format,
            households: synthesise(order),
            faultPercent: Number(options.faults),
            seed: options.seed,
            progress: (done) => progress(done, order.households),
          }),
      );
      if (options.json === true) printJson(written);
      else
        printLine(
          text(language, 'command:synth.written', { ...written, folder: join(options.out) }),
        );
    });
}
