import type { Clock } from './clock.ts';
import type { Sealer } from './crypto/sealer.ts';
import type { Database } from './database/database.ts';
import type { Facts } from './facts/facts.ts';

/** What the process offers to every use case, made once at start and passed along. */
export type Services = {
  database: Database;
  clock: Clock;
  /** Hides ID numbers, phones and accounts from the database. */
  sealer: Sealer;
  /** The columnar copy of the register, for questions over many households. */
  facts: Facts;
  /** Where files that the product writes are kept. */
  dataFolder: string;
  /** Which rules new passwords follow (features/accounts); `standard` unless the office says otherwise. */
  passwordPolicy?: 'standard' | 'graded';
  /** Takes note of a fault of our own; never of anything about a person. */
  reportFault: (thrown: unknown, trace: string) => void;
};

declare module 'fastify' {
  interface FastifyInstance {
    services: Services;
  }
  interface FastifyContextConfig {
    permission?: string;
  }
}
