import type { DirectoryLayout } from './prepare-directory.ts';

/**
 * The settings of the server, given on its command line so that every start has those of this build. It listens on this machine
 * only, with passwords: at a port for those who operate it, and at a socket file in its own folder, which other local users cannot
 * enter, for this process.
 */
export function serverSettings(
  layout: DirectoryLayout,
  options: { port: number; durable: boolean },
): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    // The folder of the cluster, where the server stands.
    unix_socket_directories: '.',
    max_connections: 100,
    shared_buffers: '256MB',
    jit: 'off',
    // Disks without moving heads: an index is worth its probes.
    random_page_cost: 1.1,
    synchronous_commit: 'on',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    wal_compression: 'pglz',
    timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'on',
    log_directory: layout.log,
    // One file a day of the week, begun afresh when its day comes again: a week is kept, no more.
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    ...(options.durable ? {} : forgetful),
  };
  return [
    '-D',
    layout.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** For tests: nothing waits for the disk, and a crash may lose everything. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  // Databases come by the hundred and live for seconds: none needs looking after.
  autovacuum: 'off',
};
