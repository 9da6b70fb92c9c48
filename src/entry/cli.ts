import { Command } from 'commander';
import { terminalLanguage } from '../platform/server/console.ts';
import { VERSION } from '../platform/server/http/health.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { problemText, text } from '../platform/server/http/problem-catalogue.ts';
import { accountCommands } from './command-account.ts';
import { auditCommands } from './command-audit.ts';
import { importCommands } from './command-import.ts';
import { ledgerCommands } from './command-ledger.ts';
import { qualityCommands } from './command-quality.ts';
import { synthCommands } from './command-synth.ts';

const language = terminalLanguage(process.env);

const program = new Command('mingbai')
  .description(text(language, 'command:description'))
  .version(VERSION)
  .option('--data <folder>', text(language, 'command:option.data'), 'data')
  .showHelpAfterError();

for (const declare of [
  accountCommands,
  auditCommands,
  importCommands,
  ledgerCommands,
  qualityCommands,
  synthCommands,
]) {
  declare(program, language);
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${problemText(language, error.code, error.details)}\n`);
  process.exitCode = 1;
}
