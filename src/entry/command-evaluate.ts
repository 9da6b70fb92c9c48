import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Counted, countEntitlements } from '../features/entitlements/server/index.ts';
import { householdFactTables } from '../features/households/server/index.ts';
import { formatYuan, fen as wholeFen } from '../kernel/money.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { parseRegionCode, type RegionCode } from '../kernel/region-code.ts';
import { dayInChina } from '../platform/server/clock.ts';
import { enterScope } from '../platform/server/database/scope-store.ts';
import { type Facts, openFacts } from '../platform/server/facts/facts.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { type Opened, printJson, printLine, withData } from './open-command.ts';

type Options = { region: string; on?: string; pack?: string; rule?: string[]; json?: true };

type Asked = {
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly pack?: string | undefined;
};

/** `mingbai evaluate`: what the rules say of everybody in a region, in totals. */
export function evaluateCommands(program: Command, language: Language): void {
  program
    .command('evaluate')
    .description(text(language, 'entitlements:command.description'))
    .option('--region <code>', text(language, 'entitlements:command.region'), '')
    .option('--on <day>', text(language, 'entitlements:command.on'))
    .option('--pack <id>', text(language, 'entitlements:command.pack'))
    .option('--rule <id...>', text(language, 'entitlements:command.rule'))
    .option('--json', text(language, 'command:option.json'))
    .action(async (options: Options, command: Command) => {
      const outcome = await withData(command, async (opened) => {
        const asked = askedOf(options, opened);
        const began = performance.now();
        const counted = await count(opened, asked);
        const seconds = Math.round(performance.now() - began) / 1000;
        return outcomeOf(counted, { ...asked, seconds, only: options.rule });
      });
      if (options.json === true) printJson(outcome);
      else sayOutcome(outcome, language);
    });
}

function askedOf({ region: code, on, pack }: Options, { clock }: Opened): Asked {
  const region = parseRegionCode(code);
  if (region === undefined) throw new Problem(400, 'regionCodeWrong', { region: code });
  const day = on === undefined ? dayInChina(clock()) : parsePlainDate(on);
  if (day === undefined) throw new Problem(400, 'entitlementDayWrong', { day: on });
  return { region, on: day, pack };
}

/** Asks facts of its own: those of a server that runs are in its hands alone. */
async function count({ database, talk }: Opened, asked: Asked): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-evaluate-'));
  const facts = openFacts({
    database,
    folder,
    tables: householdFactTables,
    reportFault: (thrown) => {
      throw thrown;
    },
  });
  try {
    await talk.during('entitlements:command.doing', async () => await facts.rebuild());
    return await countWith({ database, facts }, asked);
  } finally {
    await facts.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function countWith(
  { database, facts }: Pick<Opened, 'database'> & { facts: Facts },
  asked: Asked,
): Promise<Counted> {
  return await database.read(async (tx) => {
    await enterScope(tx, asked.region);
    return await countEntitlements({ tx, facts }, asked);
  });
}

type Outcome = Omit<Asked, 'pack'> & {
  readonly seconds: number;
  readonly asked: Counted['asked'];
  readonly packs: readonly { id: string; version: string; region: string }[];
  readonly rules: Counted['rules'];
};

function outcomeOf(
  { asked, parts, rules }: Counted,
  { region, on, seconds, only }: Asked & { seconds: number; only: readonly string[] | undefined },
): Outcome {
  const wanted = only?.map((name) => {
    const found = rules.find(({ id, key }) => id === name || key === name);
    if (found === undefined) throw new Problem(404, 'entitlementRuleNotThere', { rule: name });
    return found.key;
  });
  return {
    region,
    on,
    seconds,
    asked,
    packs: parts.map(({ followed, region: where }) => ({
      id: followed.pack.head.value.id,
      version: followed.version,
      region: where,
    })),
    rules: rules.filter(({ key }) => wanted?.includes(key) ?? true),
  };
}

const COUNT_WIDTH = 9;
const MONEY_WIDTH = 16;

function sayOutcome({ on, asked, seconds, rules }: Outcome, language: Language): void {
  printLine(text(language, 'entitlements:command.asked', { on, ...asked, seconds }));
  printLine(text(language, 'entitlements:command.head'));
  for (const rule of rules) {
    const title = rule.title[language === 'en' ? 'en' : 'zh'];
    const { due, gotAndDue, dueNotGot, gotNotDue, open, amountFen, absence } = rule;
    const counts = [due, gotAndDue, dueNotGot, gotNotDue, open]
      .map((number) => String(number).padStart(COUNT_WIDTH))
      .join('');
    const money = amountFen === null ? '' : formatYuan(wholeFen(amountFen));
    const line =
      absence === null
        ? `${counts}${money.padStart(MONEY_WIDTH)}`
        : text(language, 'entitlements:command.notYet');
    printLine(`${line}  ${rule.key}  ${title}`);
  }
}
