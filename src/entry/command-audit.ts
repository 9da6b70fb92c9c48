import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  formatVerifier,
  type LogVerifier,
  parseVerifier,
} from '../platform/server/audit/checkpoint.ts';
import type { LogVerdict } from '../platform/server/audit/verify.ts';
import { verifyLog } from '../platform/server/audit/verify-log.ts';
import { type KeyRing, signingKeyOf } from '../platform/server/crypto/key-ring.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { printJson, printLine, withData } from './open-command.ts';

const FOUND_FORGERY = 3;

type Options = { checkpoint?: string; key?: string; json?: true };

/** `mingbai audit verify` and `mingbai audit key`: is the log what it was when its checkpoints were signed? */
export function auditCommands(program: Command, language: Language): void {
  const audit = program.command('audit').description(text(language, 'command:audit.description'));
  audit
    .command('verify')
    .description(text(language, 'command:audit.verify'))
    .option('--checkpoint <file>', text(language, 'command:audit.checkpoint'))
    .option('--key <file>', text(language, 'command:audit.key'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const verdict = await verifyAs(command, options);
      if (options.json === true) printJson(verdict);
      else sayVerdict(language, verdict, options);
      if (!verdict.ok) process.exitCode = FOUND_FORGERY;
    });
  audit
    .command('key')
    .description(text(language, 'command:audit.printKey'))
    .action(async (_options: unknown, command: Command) => {
      printLine(await withData(command, async ({ keys }) => formatVerifier(ownVerifier(keys))));
    });
}

/** Everything that is trusted is read before the database is, so that a wrong path is said at once. */
async function verifyAs(command: Command, options: Options): Promise<LogVerdict> {
  const given = options.key === undefined ? undefined : readVerifier(options.key);
  const outsideNote = options.checkpoint === undefined ? undefined : readGiven(options.checkpoint);
  return await withData(command, async (opened) => {
    const verifier = given ?? ownVerifier(opened.keys);
    return await opened.talk.during(
      'command:doing.audit',
      async (progress) => await verifyLog(opened.owner, { verifier, outsideNote, progress }),
    );
  });
}

function ownVerifier(keys: KeyRing): LogVerifier {
  return { name: keys.origin, publicKey: signingKeyOf(keys).publicKey };
}

function readVerifier(file: string): LogVerifier {
  const verifier = parseVerifier(readGiven(file));
  if (verifier === undefined) throw new Problem(400, 'verificationKeyDamaged', { file });
  return verifier;
}

function readGiven(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new Problem(400, 'fileNotReadable', { file, reason });
  }
}

function sayVerdict(language: Language, verdict: LogVerdict, options: Options): void {
  printLine(
    text(language, verdict.ok ? 'command:audit.whole' : 'command:audit.forged', { ...verdict }),
  );
  for (const problem of verdict.problems) {
    printLine(`  ${text(language, `audit:finding.${problem.code}`, { ...problem })}`);
  }
  if (!verdict.outsideChecked) printLine(text(language, 'command:audit.noOutside'));
  if (options.key === undefined) printLine(text(language, 'command:audit.ownKey'));
}
