import { locale, type TranslationSettings, translationProvider } from '@fairlead/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** Who translates, as it is set up; the key as it is kept. */
export interface KeptSettings extends TranslationSettings {
  readonly sealedKey: string | null;
}

export async function readSettings(reader: Reader): Promise<KeptSettings | undefined> {
  const row = await reader.sql.selectFrom('translation_settings').selectAll().executeTakeFirst();
  return (
    row && {
      provider: translationProvider.parse(row.provider),
      url: row.url,
      model: row.model,
      sealedKey: row.key,
      seconds: row.seconds,
      charactersPerDay: row.characters_per_day,
      languages: z.array(locale).parse(row.languages),
      atOnce: row.at_once,
      tellCustomers: row.tell_customers,
      backCheck: row.back_check,
    }
  );
}

export async function putSettings(tx: Tx, it: KeptSettings): Promise<void> {
  const row = {
    provider: it.provider,
    url: it.url,
    model: it.model,
    key: it.sealedKey,
    seconds: it.seconds,
    characters_per_day: it.charactersPerDay,
    languages: it.languages,
    at_once: it.atOnce,
    tell_customers: it.tellCustomers,
    back_check: it.backCheck,
    updated_at: tx.now,
  };
  await tx.sql
    .insertInto('translation_settings')
    .values(row)
    .onConflict((of) => of.column('only_one').doUpdateSet(row))
    .execute();
}

/** What all providers have cost in the day (UTC) of a moment. */
export async function spentOn(reader: Reader, now: Date): Promise<{ characters: number; calls: number }> {
  const { characters, calls } = await reader.sql
    .selectFrom('translation_days')
    .select([
      sql<number>`coalesce(sum(characters), 0)::bigint`.as('characters'),
      sql<number>`coalesce(sum(calls), 0)::bigint`.as('calls'),
    ])
    .where('day', '=', sql<Date>`${dayOf(now)}::date`)
    .executeTakeFirstOrThrow();
  return { characters, calls };
}

/** Counts a call to a provider: what it was given, and whether it failed. */
export async function addSpending(
  tx: Tx,
  { provider, characters, failed }: { provider: string; characters: number; failed: boolean },
): Promise<void> {
  await tx.sql
    .insertInto('translation_days')
    .values({
      day: sql<Date>`${dayOf(tx.now)}::date`,
      provider,
      characters,
      calls: 1,
      failures: failed ? 1 : 0,
    })
    .onConflict((of) =>
      of.columns(['day', 'provider']).doUpdateSet({
        characters: sql`translation_days.characters + excluded.characters`,
        calls: sql`translation_days.calls + 1`,
        failures: sql`translation_days.failures + excluded.failures`,
      }),
    )
    .execute();
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
