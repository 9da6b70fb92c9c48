import { createServer } from 'node:net';
import { consoleOn, terminalLanguage } from '../platform/server/console.ts';
import {
  problemOfDatabaseError,
  problemOfFileError,
} from '../platform/server/database/database-problem.ts';
import { Problem } from '../platform/server/http/problem.ts';
import { problemText } from '../platform/server/http/problem-catalogue.ts';
import { readStartOptions, type StartOptions } from './options.ts';
import { startProduct } from './product.ts';

const language = terminalLanguage(process.env);
const talk = consoleOn(process.stdout, language);

/** True if nobody listens on the port; asked before anything else is started. */
async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

const HOST = process.env['MINGBAI_HOST'] ?? '127.0.0.1';

/** Who reads what we say may go, and the disk it goes to may be full: we go on without a word. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** A full disk, or a database that cannot be reached, is no fault of the program. */
function problemOf(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  const problem = problemOfDatabaseError(thrown) ?? problemOfFileError(thrown);
  return problem?.status === 503 ? problem : undefined;
}

async function main(options: StartOptions): Promise<number> {
  if (!(await isFree(options.port))) {
    talk.say('start:portTaken', { port: options.port, next: options.port + 1 });
    return 1;
  }
  const stopRequested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
  const product = await startProduct({
    ...options,
    host: HOST,
    language,
    talk,
    environment: process.env,
  });
  await stopRequested;
  talk.say('start:stopping');
  await product.stop();
  talk.say('start:stopped');
  return 0;
}

const options = readStartOptions(process.argv.slice(2));
if (options === undefined) {
  talk.say('start:badOptions');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await main(options);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    process.stderr.write(`${problemText(language, problem.code, problem.details)}\n`);
    process.exitCode = 1;
  }
}
