import { totalmem } from 'node:os';

const mebibyte = 1024 * 1024;

/**
 * Settings for one machine that also runs Node and DuckDB, from a laptop to a county's server.
 * @param memory bytes that this machine (or container) may use
 */
export function settingsFor(memory: number): Record<string, string> {
  const sixteenth = Math.floor(memory / 16 / mebibyte);
  return {
    shared_buffers: `${Math.min(Math.max(sixteenth, 32), 1024)}MB`,
    effective_cache_size: `${sixteenth * 8}MB`,
    maintenance_work_mem: `${Math.min(Math.max(sixteenth, 64), 512)}MB`,
    work_mem: '16MB',
    max_connections: '60',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    random_page_cost: '1.1',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement that fails is told to its caller. Its text may hold a person's data, so neither
    // it nor its parameters nor the values of a violated key may reach a log.
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_duration_statement: '-1',
    unix_socket_permissions: '0700',
  };
}

/** Bytes: the machine's memory, or the container's limit where it is lower. */
export function memoryOfThisMachine(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
