import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';

const mark = '/* prepared */';

/**
 * Put into a statement that runs many times a second: each connection parses and plans it once and keeps that, which for the statements
 * of a message is half of the database's work. Only where the text never varies, since every text stays with its connection; where one
 * plan fits all values and all sizes of its tables (it is made early, when they are small); and with its columns named, since
 * `select *` fails on connections that were open when a migration added one.
 */
export const prepared = sql.raw(mark);

/** Makes a connection keep the statements that are marked so. */
export function keepPrepared(client: PoolClient): void {
  const plain = client.query.bind(client) as (first: unknown, ...rest: unknown[]) => unknown;
  const query = (first: unknown, ...rest: unknown[]) =>
    plain(
      typeof first === 'string' && first.includes(mark) ? { name: nameOf(first), text: first } : first,
      ...rest,
    );
  Object.assign(client, { query });
}

const names = new Map<string, string>();

/** The text's own name; PostgreSQL cuts names at 63 bytes. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
