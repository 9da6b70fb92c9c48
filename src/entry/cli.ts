import { Command } from 'commander';
import { terminalLanguage } from '../platform/server/console.ts';
import { VERSION } from '../platform/server/http/health.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, problemText, text } from '../platform/server/http/problem-catalogue.ts';

const language = terminalLanguage(process.env);

const program = new Command('mingbai')
  .description(text(language, 'command:description'))
  .version(VERSION)
  .option('--data <folder>', text(language, 'command:option.data'), 'data')
  .showHelpAfterError();

type Declare = (program: Command, language: Language) => void;

/** Each command and its file, which is read only if the command is asked for: some need much. */
const commands: Record<string, () => Promise<Declare>> = {
  account: async () => (await import('./command-account.ts')).accountCommands,
  audit: async () => (await import('./command-audit.ts')).auditCommands,
  evaluate: async () => (await import('./command-evaluate.ts')).evaluateCommands,
  import: async () => (await import('./command-import.ts')).importCommands,
  ledger: async () => (await import('./command-ledger.ts')).ledgerCommands,
  packs: async () => (await import('./command-packs.ts')).packCommands,
  quality: async () => (await import('./command-quality.ts')).qualityCommands,
  synth: async () => (await import('./command-synth.ts')).synthCommands,
};

const asked = Object.keys(commands).filter((name) => process.argv.includes(name));
// Who asks for help, or for something that there is not, sees them all.
for (const name of asked.length > 0 ? asked : Object.keys(commands)) {
  const declare = await commands[name]?.();
  declare?.(program, language);
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${problemText(language, error.code, error.details)}\n`);
  process.exitCode = 1;
}
