import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { demonstrationAccounts } from '../features/accounts/model/index.ts';
import { findOfficer, findOfficersOf } from '../features/accounts/server/index.ts';
import { householdFactTables } from '../features/households/server/index.ts';
import { type Orderer, type PrintedLedger, printLedger } from '../features/ledgers/server/index.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { parseRegionCode } from '../kernel/region-code.ts';
import { dayInChina } from '../platform/server/clock.ts';
import { sealingKeysOf } from '../platform/server/crypto/key-ring.ts';
import { createSealer } from '../platform/server/crypto/sealer.ts';
import type { Transaction } from '../platform/server/database/connect.ts';
import type { Database } from '../platform/server/database/database.ts';
import { type Facts, openFacts } from '../platform/server/facts/facts.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

type Options = {
  kind: string;
  region: string;
  household?: string;
  out: string;
  as?: string;
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
    .option('--household <number>', text(language, 'ledgers:command.household'))
    .requiredOption('--out <file>', text(language, 'ledgers:command.out'))
    .option('--as <userName>', text(language, 'ledgers:command.as'))
    .option('--purpose <text>', text(language, 'ledgers:command.purpose'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const printed = await printAs(command, language, options);
      if (options.json === true) printJson(answerOf(options, printed));
      else sayPrinted(language, options, printed);
    });
}

function answerOf({ out, kind }: Options, { missing, ...printed }: PrintedLedger): object {
  return {
    file: out,
    kind,
    ...printed,
    missing: missing.map(({ codePoint, count }) => ({ codePoint, count })),
  };
}

function sayPrinted(language: Language, { out }: Options, printed: PrintedLedger): void {
  printLine(text(language, 'ledgers:command.printed', { ...printed, out }));
  const characters = printed.missing
    .map(({ codePoint, count }) => `${codePoint} × ${count}`)
    .join(', ');
  if (characters !== '') printLine(text(language, 'ledgers:command.missing', { characters }));
}

async function printAs(
  command: Command,
  language: Language,
  options: Options,
): Promise<PrintedLedger> {
  const region = parseRegionCode(options.region);
  if (region === undefined) throw new Problem(400, 'regionCodeWrong', { region: options.region });
  return await withData(command, async ({ database, clock, keys, talk }) => {
    const now = clock();
    const today = dayInChina(now);
    const by = await database.read(async (tx) => await whoPrints(tx, options.as, today));
    return await withFacts(database, async (factsOfRegister) => {
      const services = {
        database,
        sealer: createSealer(sealingKeysOf(keys)),
        openFacts: factsOfRegister,
      };
      return await talk.during(
        'command:doing.ledger',
        async (progress) =>
          await printLedger(services, {
            kind: options.kind,
            region,
            household: options.household,
            out: options.out,
            purpose: options.purpose,
            language,
            now: now.toISOString(),
            today,
            by,
            report: progress,
          }),
      );
    });
  });
}

/** The officer named, or of the demonstration the county's: a real name stands on no page by default. */
async function whoPrints(
  tx: Transaction,
  named: string | undefined,
  today: PlainDate,
): Promise<Orderer> {
  const userName = named ?? (await countyOfficerOfDemonstration(tx, today));
  if (userName === undefined) throw new Problem(422, 'printerNotNamed');
  const officer = await findOfficer(tx, userName, today);
  if (officer === undefined) throw new Problem(403, 'mayNotPrint', { userName });
  return { ...officer, userName };
}

async function countyOfficerOfDemonstration(
  tx: Transaction,
  today: PlainDate,
): Promise<string | undefined> {
  const role = 'countyOfficer';
  const known = demonstrationAccounts.find((account) => account.role === role);
  const found = await findOfficersOf(tx, [role], today);
  return found.find(({ userName, demonstration }) => demonstration && userName === known?.userName)
    ?.userName;
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
