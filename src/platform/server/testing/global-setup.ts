import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../database/connect.ts';
import { migrate } from '../database/migrate-store.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { host: string; port: number; user: string; password: string };
  }
}

export const TEMPLATE = 'mingbai_template';

/**
 * Starts one real PostgreSQL for the whole run and brings a template database up to date; each
 * worker copies it (database-fixture.ts). Durability is off: these databases die with the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-test-'));
  const cluster = await startEmbedded({
    dataFolder: folder,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    },
  });
  const { host, port, user, password = '' } = cluster.target;
  const administration = connect({ host, port, user, password, database: 'postgres' }, { max: 1 });
  await administration.unsafe(`create database ${TEMPLATE}`);
  await administration.end();
  const template = connect({ host, port, user, password, database: TEMPLATE }, { max: 2 });
  await migrate(template);
  await template.end();
  project.provide('cluster', { host, port, user, password });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
