import { createHash } from 'node:crypto';
import type { Locale, TranslationGlossary } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import type { GlossaryKeeper } from '../providers/provider-port.ts';
import type { KeptSettings } from '../settings/settings-store.ts';
import { entriesAsTsv, glossaryEntries } from './glossary-entries.ts';
import {
  claimProviderGlossary,
  forgetProviderGlossary,
  listProviderGlossaries,
  noteProviderGlossary,
  type ProviderGlossary,
} from './provider-glossary-store.ts';

/** A translation does not wait longer for it, in milliseconds. */
const patience = 3_000;
/** What did not work is not tried again for so long. */
const pause = 5 * 60_000;
/** Another node that has claimed it is gone by then. */
const claimHolds = 60_000;

type Place = Pick<KeptSettings, 'provider' | 'url' | 'sealedKey'>;

/** Has a provider keep the glossary in force, for the pairs of languages that are translated. */
export interface ProviderGlossaries {
  /** Its name for the glossary with these languages: made or added to where it is not there. Undefined where there is none, for whatever reason: then it translates without. */
  idFor(
    place: Place,
    keeper: GlossaryKeeper,
    glossary: Pick<TranslationGlossary, 'version' | 'concepts'>,
    from: Locale,
    to: Locale,
  ): Promise<string | undefined>;
  /** The provider does not know it any more: it is made anew the next time. */
  forget(place: Place, version: number): Promise<void>;
}

export function keepAtProvider({
  clock,
  database,
  log,
}: Pick<Platform, 'clock' | 'database' | 'log'>): ProviderGlossaries {
  const failed = new Map<string, number>();
  const making = new Map<string, Promise<string | undefined>>();
  const now = () => clock.now().getTime();

  return {
    async idFor(settings, keeper, glossary, from, to) {
      if (!keeper.takes(from, to)) return undefined;
      const place = placeOf(settings);
      const pair = `${from} ${to}`;
      const kept = await listProviderGlossaries(database.reader(), place);
      const mine = kept.find((it) => it.version === glossary.version);
      if (mine?.id && mine.pairs.includes(pair)) return mine.id;
      const tsv = entriesAsTsv(glossaryEntries(glossary.concepts, from, to));
      const key = `${place} ${glossary.version} ${pair}`;
      if (tsv === '' || (failed.get(key) ?? 0) > now()) return undefined;
      const work =
        making.get(key) ?? make(keeper, { place, kept, version: glossary.version, pair, from, to, tsv });
      making.set(key, work);
      try {
        return await work;
      } catch (error) {
        failed.set(key, now() + pause);
        log.warn({ err: error, provider: settings.provider }, 'the glossary is not kept at the provider');
        return undefined;
      } finally {
        making.delete(key);
      }
    },
    async forget(settings, version) {
      await database.write((tx) => forgetProviderGlossary(tx, placeOf(settings), version));
    },
  };

  async function make(
    keeper: GlossaryKeeper,
    order: {
      place: string;
      kept: readonly ProviderGlossary[];
      version: number;
      pair: string;
      from: Locale;
      to: Locale;
      tsv: string;
    },
  ): Promise<string | undefined> {
    const { place, kept, version, pair, ...part } = order;
    const signal = AbortSignal.timeout(patience);
    const there = kept.find((it) => it.version === version)?.id;
    if (there) {
      await keeper.add(there, part, signal);
      await database.write((tx) => noteProviderGlossary(tx, { place, version, id: there, pair }));
      return there;
    }
    const since = new Date(now() - claimHolds);
    if (!(await database.write((tx) => claimProviderGlossary(tx, place, version, since)))) return undefined;
    try {
      const id = await keeper.make(`Fairlead ${version}`, part, signal);
      await database.write((tx) => noteProviderGlossary(tx, { place, version, id, pair }));
      await removeOlder(
        keeper,
        kept.filter((it) => it.version !== version),
      );
      return id;
    } catch (error) {
      await database.write((tx) => forgetProviderGlossary(tx, place, version));
      throw error;
    }
  }

  /** What is not in force any more is taken away at the provider, which keeps so many and no more; what it does not let go of is tried again with the next. */
  async function removeOlder(keeper: GlossaryKeeper, older: readonly ProviderGlossary[]): Promise<void> {
    for (const { place, version, id } of older) {
      try {
        if (id) await keeper.remove(id, AbortSignal.timeout(patience));
        await database.write((tx) => forgetProviderGlossary(tx, place, version));
      } catch (error) {
        log.warn({ err: error }, 'an old glossary is still kept at the provider');
      }
    }
  }
}

/** Another key is another account, which knows nothing of what this one keeps. The key itself is not in it. */
const placeOf = ({ provider, url, sealedKey }: Place): string =>
  createHash('sha256')
    .update(JSON.stringify([provider, url, sealedKey]))
    .digest('hex');
