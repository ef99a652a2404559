import type { Session } from '../platform/embedded-postgres/index.ts';
import { BackupError } from './backup-error.ts';
import type { Migrations } from './manifest.ts';

/** What must be beside the copied cluster, so that the copy becomes consistent when a server starts on it. */
export interface BaseBackup {
  /** The content of `backup_label`, from which recovery learns where to begin. */
  readonly label: string;
  /** The first and the last file of the log (in `pg_wal`) that recovery needs. They stay until the session is closed. */
  readonly log: { readonly first: string; readonly last: string };
  /** The migrations applied in the state that recovery reaches. */
  readonly migrations: Migrations;
}

/**
 * Copies the cluster of a running server with PostgreSQL's low-level interface: `copy` may read files while they change, and what
 * it got torn is mended from the log at the first start. The session must stay open until the log is copied too.
 */
export async function takeBaseBackup(session: Session, copy: () => Promise<void>): Promise<BaseBackup> {
  // The slot goes with the session. While it is there no log is recycled, however long the copying takes.
  await session.query(
    "select pg_create_physical_replication_slot('fairlead_backup_' || pg_backend_pid(), true, true)",
  );
  await session.query("select pg_backup_start('fairlead', true)");
  const before = await readMigrations(session);
  await copy();
  const [end] = await session.query<{ last: string; label: string; tablespaces: string }>(
    'select pg_walfile_name(lsn) as last, labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)',
  );
  const migrations = await readMigrations(session);
  const first = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m.exec(end?.label ?? '')?.[1];
  if (!end || !first) throw new Error(`the database ended the backup without a label: ${end?.label}`);
  if (end.tablespaces) {
    throw new BackupError(
      `The database has tablespaces of its own (${end.tablespaces.trim()}). Fairlead makes none and does not back them up. Move what is in them to pg_default, drop them, and run the command again.`,
    );
  }
  if (JSON.stringify(before) !== JSON.stringify(migrations)) {
    throw new BackupError('Fairlead was upgraded while the backup was taken. Run the command again.');
  }
  return { label: end.label, log: { first, last: end.last }, migrations };
}

/** The migrations applied to the database. */
export async function readMigrations(session: Session): Promise<Migrations> {
  const [table] = await session.query("select 1 where to_regclass('public.migrations') is not null");
  if (!table) return [];
  return session.query<Migrations[number]>('select name, hash from migrations order by name collate "C"');
}

/** The names of the files of the log from one to another: a timeline, then a number that counts 256 for each step of its upper half. */
export function logFiles({ first, last }: BaseBackup['log']): string[] {
  const timeline = first.slice(0, 8);
  const numberOf = (name: string) =>
    Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);
  const part = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  const names: string[] = [];
  for (let number = numberOf(first); number <= numberOf(last); number++) {
    names.push(timeline + part(Math.floor(number / 256)) + part(number % 256));
  }
  return names;
}
