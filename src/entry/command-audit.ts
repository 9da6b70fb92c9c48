import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { LogVerdict } from '../platform/server/audit/verify.ts';
import { verifyLog } from '../platform/server/audit/verify-log.ts';
import { signingKeyOf } from '../platform/server/crypto/key-ring.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

const FOUND_FORGERY = 3;

/** `mingbai audit verify`: is the log what it was when its checkpoints were signed? */
export function auditCommands(program: Command, language: Language): void {
  const audit = program.command('audit').description(text(language, 'command:audit.description'));
  audit
    .command('verify')
    .description(text(language, 'command:audit.verify'))
    .option('--checkpoint <file>', text(language, 'command:audit.checkpoint'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: { checkpoint?: string; json?: true }, command: Command) => {
      const verdict = await withData(command, async ({ owner, keys }) => {
        const { publicKey } = signingKeyOf(keys);
        const outsideNote =
          options.checkpoint === undefined ? undefined : readFileSync(options.checkpoint, 'utf8');
        return await verifyLog(owner, { verifier: { name: keys.origin, publicKey }, outsideNote });
      });
      if (options.json === true) printJson(verdict);
      else sayVerdict(language, verdict);
      if (!verdict.ok) process.exitCode = FOUND_FORGERY;
    });
}

function sayVerdict(language: Language, verdict: LogVerdict): void {
  printLine(
    text(language, verdict.ok ? 'command:audit.whole' : 'command:audit.forged', { ...verdict }),
  );
  for (const problem of verdict.problems) printLine(`  ${JSON.stringify(problem)}`);
  if (!verdict.outsideChecked) printLine(text(language, 'command:audit.noOutside'));
}
