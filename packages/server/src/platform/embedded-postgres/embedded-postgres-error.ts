/**
 * Why the embedded database did not start:
 * `directory_in_use` another live Fairlead holds the data directory; `port_in_use` the port asked for is taken;
 * `binaries_missing` no usable PostgreSQL for this machine is installed; `not_writable` the data directory cannot be written,
 * or cannot be entered by the user that runs the database; `failed_to_start` PostgreSQL itself gave up. And of one that runs:
 * `connection_lost` it ended, or cut the connection, while we used it.
 */
export type EmbeddedPostgresErrorCode =
  | 'directory_in_use'
  | 'port_in_use'
  | 'binaries_missing'
  | 'not_writable'
  | 'failed_to_start'
  | 'connection_lost';

/** The embedded database did not start, or is gone. The message is written for the person at the terminal: what is wrong, and what to do. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}
