import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  checkPacks,
  loadPacks,
  type PackReport,
  type PacksReport,
  reportOf,
  shippedPacks,
} from '../features/packs/server/index.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';

type Options = { folder?: string; pack?: string; json?: true };

/** `mingbai packs check`: reads and checks every pack, and says how much of each is carried out. */
export function packCommands(program: Command, language: Language): void {
  const packs = program.command('packs').description(text(language, 'packs:command.description'));
  packs
    .command('check')
    .description(text(language, 'packs:command.check'))
    .option('--folder <folder>', text(language, 'packs:command.folder'))
    .option('--pack <id>', text(language, 'packs:command.pack'))
    .option('--json', text(language, 'command:option.json'))
    .action((options: Options) => {
      const report = narrowed(check(options.folder, language), options.pack);
      if (options.json === true) printJson(report);
      else sayReport(report, language);
      if (!report.ok) process.exitCode = 1;
    });
}

function check(folder: string | undefined, language: Language): PacksReport {
  const root = folder === undefined ? shippedPacks : resolve(folder);
  if (!existsSync(root)) throw new Problem(404, 'packFolderMissing', { folder: root });
  return reportOf(checkPacks(loadPacks(root)), language);
}

function narrowed({ ok, packs }: PacksReport, id: string | undefined): PacksReport {
  if (id === undefined) return { ok, packs };
  const found = packs.filter((pack) => pack.id === id);
  if (found.length === 0) throw new Problem(404, 'packNotThere', { id });
  return { ok: found.every(({ errors }) => errors.length === 0), packs: found };
}

function sayReport({ ok, packs }: PacksReport, language: Language): void {
  for (const pack of packs) sayPack(pack, language);
  const errors = packs.reduce((sum, pack) => sum + pack.errors.length, 0);
  printLine(
    text(language, ok ? 'packs:command.sound' : 'packs:command.unsound', {
      packs: packs.length,
      errors,
    }),
  );
}

function sayPack(
  { id, title, items, errors, uncovered, ...counts }: PackReport,
  language: Language,
): void {
  printLine(text(language, 'packs:command.coverage', { id, title, ...counts }));
  printLine(text(language, 'packs:command.items', { ...items }));
  if (uncovered.length > 0) {
    const clauses = uncovered.join(' ');
    printLine(text(language, 'packs:command.uncovered', { clauses }));
  }
  for (const { file, line, message } of errors) printLine(`  ${file}:${line}: ${message}`);
}

// The printing of other commands comes with the database, which this one does not need.
function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}
