import { entityKinds, type Network, networks } from '@fairlead/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { PictureLook } from '../../../platform/files/picture-look.ts';
import type { PictureEntity } from './recognise-in-picture.ts';

/** Pictures that share most keys with one: of more of them no copies are looked for. */
const mostLike = 24;
/** Copies that are told of each picture, the latest first. */
const mostCopies = 20;

/** Remembers pictures that are to be looked at; answers those that were not known. */
export async function insertPictures(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .insertInto('ticket_pictures')
    .values(ids.map((file_id) => ({ file_id, created_at: tx.now })))
    .onConflict((conflict) => conflict.column('file_id').doNothing())
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}

/** Keeps how a picture looks; false if it is to be forgotten, or was. */
export async function saveLook(
  tx: Tx,
  id: string,
  keys: readonly number[],
  look: PictureLook,
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('ticket_pictures')
    .set({ keys: [...keys], look: Buffer.from(look) })
    .where('file_id', '=', id)
    .returning('file_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Other pictures that may look the same, those with most keys in common first. */
export async function likelyCopies(
  reader: Reader,
  id: string,
  keys: readonly number[],
): Promise<Array<{ id: string; look: PictureLook }>> {
  const { rows } = await sql<{ id: string; look: Buffer }>`
    select p.file_id as id, p.look from ticket_pictures p
    where p.keys && ${keys}::integer[] and p.file_id <> ${id}
    order by (select count(*) from unnest(p.keys) k where k = any(${keys}::integer[])) desc, p.file_id desc
    limit ${mostLike}
  `.execute(reader.sql);
  return rows;
}

/** Notes, each way, that pictures look the same as one. What was forgotten meanwhile is left out. */
export async function insertCopies(tx: Tx, id: string, copies: readonly string[]): Promise<void> {
  if (copies.length === 0) return;
  await sql`
    with here as (
      select file_id from ticket_pictures where file_id = any(${[id, ...copies]}::uuid[]) order by file_id for key share
    ), pairs as (
      select a.file_id as one, b.file_id as other from here a, here b where a.file_id = ${id} and b.file_id <> ${id}
    )
    insert into ticket_picture_copies (file_id, copy_id)
    select one, other from pairs union all select other, one from pairs
    on conflict do nothing
  `.execute(tx.sql);
}

/** The pictures that look the same as each of these, the latest first. */
export async function copiesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; copies: string[] }>`
    select p.id, array(
      select c.copy_id from ticket_picture_copies c where c.file_id = p.id order by c.copy_id desc limit ${mostCopies}
    ) as copies from unnest(${ids}::uuid[]) as p (id)
  `.execute(reader.sql);
  return new Map(rows.filter((row) => row.copies.length > 0).map((row) => [row.id, row.copies]));
}

/** How pictures look is forgotten, and what they are copies of. */
export async function removePictures(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql
    .deleteFrom('ticket_pictures')
    .where('file_id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

const kept = z.array(
  z.object({
    kind: z.enum(entityKinds),
    text: z.string(),
    value: z.string().nullable(),
    asset: z.string().nullable(),
    network: z.enum(Object.keys(networks) as [Network, ...Network[]]).nullable(),
    mistyped: z.boolean(),
    misread: z.boolean(),
  }),
);

/** Keeps what was read in a picture, or why nothing was; false if the picture is to be forgotten, or was. */
export async function saveReading(
  tx: Tx,
  id: string,
  reading: 'read' | 'unreadable' | 'gave_up',
  entities: readonly PictureEntity[],
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('ticket_pictures')
    .set({ reading, read_at: tx.now, entities: JSON.stringify(entities) })
    .where('file_id', '=', id)
    .returning('file_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What was read in each of these pictures, of those in which there is something. */
export async function readingsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, PictureEntity[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('ticket_pictures')
    .select(['file_id', 'entities'])
    .where('file_id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('entities', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.file_id, kept.parse(row.entities)]));
}
