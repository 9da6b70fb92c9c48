import type { TurnTo } from '../platform/server/console.ts';
import { type ConnectionTarget, connect, type Sql } from '../platform/server/database/connect.ts';
import { type Database, databaseOn } from '../platform/server/database/database.ts';
import { migrate } from '../platform/server/database/migrate-store.ts';
import { findRunningInstance } from '../platform/server/embedded/instance-lock.ts';
import { startEmbedded } from '../platform/server/embedded/start-embedded.ts';

export type OpenDatabase = {
  target: ConnectionTarget;
  /** Owns the tables: migrations and reference data. */
  owner: Sql;
  /** The pool of the application's role: without rights beyond the grants, under row-level security. */
  app: Sql;
  /** The same as requests use it. */
  database: Database;
  close: () => Promise<void>;
};

export type DatabaseOptions = {
  dataFolder: string;
  environment: NodeJS.ProcessEnv;
  /** Told which step is being taken. */
  turnTo?: TurnTo;
  join?: boolean;
};

/**
 * Opens the register's database and brings its schema up to date: the server that `DATABASE_URL`
 * names, or else the embedded one in the data folder. With `join`, a server that already runs on
 * this data folder is joined instead of refused, as the command line does.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { target, stop } = await reach(options);
  const owner = connect(target, { max: 4 });
  const app = connect(target, { role: 'mingbai_app' });
  const database = databaseOn(app);
  const close = async (): Promise<void> => {
    await Promise.all([owner.end({ timeout: 5 }), database.end(), app.end({ timeout: 5 })]);
    await stop();
  };
  options.turnTo?.('start:schema');
  try {
    await migrate(owner);
  } catch (error) {
    await close();
    throw error;
  }
  return { target, owner, app, database, close };
}

async function reach(
  options: DatabaseOptions,
): Promise<{ target: ConnectionTarget; stop: () => Promise<void> }> {
  const url = options.environment['DATABASE_URL'];
  if (url !== undefined && url !== '') return { target: { url }, stop: async () => undefined };
  if (options.join === true) {
    const running = findRunningInstance(options.dataFolder)?.target;
    if (running !== undefined) return { target: running, stop: async () => undefined };
  }
  return await startEmbedded({
    dataFolder: options.dataFolder,
    progress: (step) => options.turnTo?.(`embedded:step.${step}`),
  });
}
