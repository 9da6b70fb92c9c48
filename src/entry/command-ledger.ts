import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findOfficer } from '../features/accounts/server/index.ts';
import { householdFactTables } from '../features/households/server/index.ts';
import { printLedger } from '../features/ledgers/server/index.ts';
import { isRole, type Permission, permissionsOf } from '../kernel/access.ts';
import { contains, type RegionCode } from '../kernel/region-code.ts';
import { dayInChina } from '../platform/server/clock.ts';
import { sealingKeysOf } from '../platform/server/crypto/key-ring.ts';
import { createSealer } from '../platform/server/crypto/sealer.ts';
import type { Database } from '../platform/server/database/database.ts';
import { type Facts, openFacts } from '../platform/server/facts/facts.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

type Options = {
  kind: string;
  region: string;
  out: string;
  as: string;
  purpose?: string;
  json?: true;
};

/** `mingbai ledger print`: a ledger into a file, in the name of an officer who may print it. */
export function ledgerCommands(program: Command, language: Language): void {
  program
    .command('ledger')
    .description(text(language, 'ledgers:command.description'))
    .command('print')
    .description(text(language, 'ledgers:command.print'))
    .requiredOption('--kind <kind>', text(language, 'ledgers:command.kind'))
    .requiredOption('--region <code>', text(language, 'ledgers:command.region'))
    .requiredOption('--out <file>', text(language, 'ledgers:command.out'))
    .option('--as <userName>', text(language, 'ledgers:command.as'), 'lin')
    .option('--purpose <text>', text(language, 'ledgers:command.purpose'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const printed = await printAs(command, language, options);
      const { missing, ...said } = printed;
      if (options.json === true) {
        printJson({
          ...said,
          missing: missing.map(({ codePoint, count }) => ({ codePoint, count })),
        });
        return;
      }
      printLine(text(language, 'ledgers:command.printed', { ...said, out: options.out }));
      const characters = missing
        .map(({ codePoint, count }) => `${codePoint} × ${count}`)
        .join(', ');
      if (characters !== '') printLine(text(language, 'ledgers:command.missing', { characters }));
    });
}

async function printAs(
  command: Command,
  language: Language,
  options: Options,
): ReturnType<typeof printLedger> {
  return await withData(command, async ({ database, clock, keys }) => {
    const now = clock();
    const today = dayInChina(now);
    const officer = await database.read(async (tx) => await findOfficer(tx, options.as, today));
    requireMayPrint(officer, options);
    return await withFacts(database, async (factsOfRegister) => {
      const services = {
        database,
        sealer: createSealer(sealingKeysOf(keys)),
        openFacts: factsOfRegister,
      };
      return await printLedger(services, {
        kind: options.kind,
        region: options.region,
        out: options.out,
        purpose: options.purpose,
        language,
        now: now.toISOString(),
        today,
        by: { accountId: officer.accountId, postingId: officer.postingId, name: options.as },
        report: (done, total) => sayProgress(language, done, total),
      });
    });
  });
}

type Officer = NonNullable<Awaited<ReturnType<typeof findOfficer>>>;

function requireMayPrint(
  officer: Officer | undefined,
  { region, purpose, out, as }: Options,
): asserts officer is Officer {
  const needed: Permission[] = ['ledger.print'];
  if (purpose !== undefined) needed.push('household.unmask');
  if (purpose !== undefined && out.endsWith('.xlsx')) needed.push('household.export');
  const granted = officer !== undefined && isRole(officer.role) ? permissionsOf[officer.role] : [];
  const reaches = officer !== undefined && contains(officer.region, region as RegionCode);
  if (!reaches || needed.some((permission) => !granted.includes(permission))) {
    throw new Problem(403, 'mayNotPrint', { userName: as });
  }
}

/** A server that runs on the data folder holds its facts, so the command builds some for itself. */
async function withFacts<Value>(
  database: Database,
  work: (facts: () => Promise<Facts>) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-ledger-'));
  let opened: Facts | undefined;
  try {
    return await work(async () => {
      opened = openFacts({
        database,
        folder,
        tables: householdFactTables,
        reportFault: (thrown) => process.stderr.write(`${String(thrown)}\n`),
      });
      await opened.rebuild();
      return opened;
    });
  } finally {
    await opened?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sayProgress(language: Language, done: number, total: number): void {
  if (!process.stderr.isTTY || done > total) return;
  process.stderr.write(`\r${text(language, 'ledgers:command.progress', { done, total })}`);
  if (done === total) process.stderr.write('\n');
}
