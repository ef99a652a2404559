export { chooseDataDirectory } from './choose-data-directory.ts';
export { EmbeddedPostgresError } from './embedded-postgres-error.ts';
export { makeDirectory } from './make-directory.ts';
export { openSession, type Session } from './open-session.ts';
export { type DirectoryLayout, layoutOf, prepareDirectory, requireEntry } from './prepare-directory.ts';
export { readConnectionString } from './read-connection-string.ts';
export { giveTo, type RuntimeUser } from './runtime-user.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';
