#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, root } from './places.mjs';
import { runCommand, secondsSince, Unready } from './terminal.mjs';
import { steps } from './test-steps.mjs';

/**
 * `npm test` runs every step up to the first that fails, and with CI=true all of them;
 * `npm test -- --only unit,tidy` runs those. Ends with the line `N passed, N failed`: the tests of
 * all steps, and one failure for each other step (format, types …) that fails.
 */
await runCommand(async () => {
  await ensureInstalled();
  const results = await runSteps(chosenSteps(process.argv.slice(2)));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});

function chosenSteps(args) {
  if (args.length === 0) return steps;
  const names = args[0] === '--only' && args.length === 2 ? args[1].split(',') : [];
  const chosen = steps.filter(({ name }) => names.includes(name));
  if (chosen.length === names.length && chosen.length > 0) return chosen;
  const known = steps.map(({ name }) => name).join(', ');
  throw new Unready(
    `用法：npm test -- --only 步骤（${known}）`,
    `Usage: npm test -- --only STEP (${known})`,
  );
}

async function runSteps(chosen) {
  const results = [];
  const failed = new Set();
  for (const step of chosen) {
    if (failed.has(step.needs)) {
      console.log(`${step.name.padEnd(10)} ✗ not run: needs ${step.needs}`);
      results.push({ passed: 0, failed: 1 });
      continue;
    }
    const result = await runStep(step);
    results.push(result);
    if (result.failed === 0) continue;
    failed.add(step.name);
    if (process.env.CI !== 'true') break;
  }
  return results;
}

async function runStep(step) {
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-step-'));
  const report = join(folder, 'report.json');
  // What takes minutes should say what it is; in a log the line at the end will do.
  if (process.stdout.isTTY) process.stdout.write(`${step.name} …\r`);
  const { succeeded, output } = await runCommands(step, report);
  const counts = readCounts(step, report);
  rmSync(folder, { recursive: true });
  const failed = succeeded ? counts.failed : Math.max(counts.failed, 1);
  const tests = step.count === undefined ? '' : `  ${counts.passed} passed, ${failed} failed`;
  const time = secondsSince(begun).padStart(8);
  console.log(`${step.name.padEnd(10)} ${failed === 0 ? '✓' : '✗'} ${time}${tests}`);
  if (failed > 0) console.log(`\n${output}`);
  return { passed: counts.passed, failed };
}

/** All commands of a step run, so that one failure does not hide the next. */
async function runCommands(step, report) {
  let environment;
  try {
    environment = await step.prepare?.(report);
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    return { succeeded: false, output: error.message };
  }
  const outcomes = [];
  for (const command of step.commands(report)) outcomes.push(await run(command, environment));
  return {
    succeeded: outcomes.every(({ code }) => code === 0),
    output: outcomes.map(({ output }) => output).join(''),
  };
}

function run(args, environment) {
  // Whatever a tool starts in its turn finds the pinned Node first, as in every npm script.
  const path = [dirname(pinnedNode), process.env.PATH].join(delimiter);
  const child = spawn(pinnedNode, args, {
    cwd: root,
    env: { ...process.env, PATH: path, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

function readCounts({ count }, report) {
  try {
    return count === undefined
      ? { passed: 0, failed: 0 }
      : count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 }; // the tool ended before it could report; its exit code says so
  }
}
