import type { Command } from 'commander';
import { resetFromCommandLine } from '../features/accounts/server/index.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

/** `mingbai account reset NAME`: the way back in for an administrator who lost password or second factor. */
export function accountCommands(program: Command, language: Language): void {
  const account = program
    .command('account')
    .description(text(language, 'command:account.description'));
  account
    .command('reset <userName>')
    .description(text(language, 'command:account.reset'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (userName: string, options: { json?: true }, command: Command) => {
      const password = await withData(
        command,
        async (opened) => await resetFromCommandLine(opened, userName),
      );
      if (options.json === true) printJson({ userName, password });
      else printLine(text(language, 'command:account.newPassword', { userName, password }));
    });
}
