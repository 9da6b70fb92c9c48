import type { Command } from 'commander';
import { demonstrationAccounts } from '../features/accounts/model/index.ts';
import { findOfficer, findOfficersOf } from '../features/accounts/server/index.ts';
import { type ImportReport, importFiles } from '../features/intake/server/index.ts';
import { isRole, permissionsOf } from '../kernel/access.ts';
import { dayInChina } from '../platform/server/clock.ts';
import { sealingKeysOf } from '../platform/server/crypto/key-ring.ts';
import type { Transaction } from '../platform/server/database/connect.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

const NOT_READ_THROUGH = 2;

/** `mingbai import FILE…`: the register from spreadsheets, in the name of the county's officer. */
export function importCommands(program: Command, language: Language): void {
  program
    .command('import <files...>')
    .description(text(language, 'command:import.description'))
    .option('--as <userName>', text(language, 'command:import.as'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (files: string[], options: { as?: string; json?: true }, command: Command) => {
      const report = await importAs(command, { files, userName: options.as });
      if (options.json === true) printJson({ files: report.files });
      else sayReport(language, report);
      if (!report.readThrough) process.exitCode = NOT_READ_THROUGH;
    });
}

async function importAs(
  command: Command,
  order: { files: string[]; userName: string | undefined },
): Promise<ImportReport> {
  return await withData(command, async ({ database, clock, keys, target, dataFolder, talk }) => {
    const today = dayInChina(clock());
    const { officer, userName } = await database.read(async (tx) => {
      const name = order.userName ?? (await onlyImporter(tx, today));
      return { officer: await findOfficer(tx, name, today), userName: name };
    });
    const mayImport =
      officer !== undefined &&
      isRole(officer.role) &&
      permissionsOf[officer.role].includes('intake.import');
    if (!mayImport) throw new Problem(403, 'mayNotImport', { userName });
    const reportFault = (thrown: unknown): void => {
      process.stderr.write(`${String(thrown)}\n`);
    };
    const environment = { target, dataFolder, keys: sealingKeysOf(keys), reportFault };
    return await talk.during(
      'command:doing.import',
      async (progress) =>
        await importFiles(environment, {
          files: order.files,
          officer,
          progress: ({ share }) => progress(share, 1),
        }),
    );
  });
}

const MOST_NAMED = 10;

/** Nobody was named: the only one who may import, or of the demonstration's people the first. */
async function onlyImporter(tx: Transaction, today: string): Promise<string> {
  const roles = Object.entries(permissionsOf).flatMap(([role, permissions]) =>
    permissions.includes('intake.import') ? [role] : [],
  );
  const found = await findOfficersOf(tx, roles, today);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first.userName;
  const ofDemonstration = demonstrationAccounts.find(({ role }) => roles.includes(role));
  if (ofDemonstration !== undefined && found.every(({ demonstration }) => demonstration))
    return ofDemonstration.userName;
  const names = found.slice(0, MOST_NAMED).map(({ userName }) => userName);
  throw new Problem(422, 'importerNotNamed', { userNames: names.join(', ') });
}

function sayReport(language: Language, report: ImportReport): void {
  for (const file of report.files) {
    printLine(text(language, 'command:import.file', { ...file, kind: file.kind ?? '–' }));
    for (const [code, count] of Object.entries(file.reasons)) printLine(`    ${code}: ${count}`);
    if (file.problem !== undefined) {
      printLine(
        `    ${text(language, `intake:file.${file.problem.code}`, { ...file.problem.details })}`,
      );
    }
  }
}
