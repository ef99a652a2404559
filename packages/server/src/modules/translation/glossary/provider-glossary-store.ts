import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** A glossary of ours that a provider keeps. */
export interface ProviderGlossary {
  readonly place: string;
  readonly version: number;
  /** Null while some node has it made. */
  readonly id: string | null;
  readonly pairs: readonly string[];
  readonly madeAt: Date;
}

/** Those that the provider at a place keeps. */
export async function listProviderGlossaries(reader: Reader, place: string): Promise<ProviderGlossary[]> {
  const rows = await reader.sql
    .selectFrom('translation_provider_glossaries')
    .selectAll()
    .where('place', '=', place)
    .execute();
  return rows.map((it) => ({
    place: it.place,
    version: it.version,
    id: it.id,
    pairs: it.pairs,
    madeAt: it.made_at,
  }));
}

/** Says that this node has one made; false where another does, unless that was before `since`: then it went away. */
export async function claimProviderGlossary(
  tx: Tx,
  place: string,
  version: number,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql<{ version: number }>`
    insert into translation_provider_glossaries as g (place, version, made_at) values (${place}, ${version}, ${tx.now})
    on conflict (place, version) do update set made_at = excluded.made_at
      where g.id is null and g.made_at < ${since}
    returning version
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Notes its name, and that it holds these languages. */
export async function noteProviderGlossary(
  tx: Tx,
  { place, version, id, pair }: { place: string; version: number; id: string; pair: string },
): Promise<void> {
  await sql`
    update translation_provider_glossaries
    set id = ${id}, pairs = array(select distinct unnest(pairs || ${[pair]}::text[]))
    where place = ${place} and version = ${version}
  `.execute(tx.sql);
}

export async function forgetProviderGlossary(tx: Tx, place: string, version: number): Promise<void> {
  await tx.sql
    .deleteFrom('translation_provider_glossaries')
    .where('place', '=', place)
    .where('version', '=', version)
    .execute();
}
