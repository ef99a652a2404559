import { createHash } from 'node:crypto';
import {
  type Locale,
  languageOf,
  type TranslationGlossary,
  type TranslationOutcome,
  type TranslationProviderName,
} from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { createPlaceBreaker } from '../../platform/service/place-breaker.ts';
import { putCached, readCached } from './cache-store.ts';
import { findTerms } from './glossary/find-terms.ts';
import { keepAtProvider } from './glossary/keep-at-provider.ts';
import { readGlossary } from './glossary/keep-glossary.ts';
import { failureOf } from './providers/failure-of.ts';
import type { OpenProvider } from './providers/open-provider.ts';
import {
  TranslationFailure,
  type TranslationProvider,
  type TranslationRequest,
} from './providers/provider-port.ts';
import { addSpending, type KeptSettings, readSettings, spentOn } from './settings/settings-store.ts';
import { checkTranslation, type Verdict } from './text/check-translation.ts';
import { findExactParts } from './text/exact-parts.ts';
import { type ProtectedText, protect } from './text/protect.ts';
import { restore } from './text/restore.ts';

interface Translated extends Verdict {
  readonly outcome: 'translated';
  readonly text: string;
  /** Translated back, where that is asked for. */
  readonly back: string | null;
  readonly whole: boolean;
  readonly provider: TranslationProviderName;
  readonly glossaryVersion: number;
}
interface NotTranslated {
  readonly outcome: Exclude<TranslationOutcome, 'translated'>;
}

/** After so many failures in a row the provider is left alone, for so many milliseconds. */
const patience = { failures: 4, pause: 30_000 };

/** A quota does not come back by the next request. */
const experienceOf = (outcome: TranslationOutcome) =>
  outcome === 'translated' ? 'well' : outcome === 'quota_used_up' ? 'exhausted' : 'failed';

export interface Translator {
  /** A text in another language with its score, or why there is none. Writes nothing but the cache and what it cost. */
  translate(text: string, from: Locale, to: Locale): Promise<Translated | NotTranslated>;
  /** The same by settings that are not kept: without cache, budget and pause. */
  tryWith(
    settings: KeptSettings,
    text: string,
    from: Locale,
    to: Locale,
  ): Promise<Translated | NotTranslated>;
}

/** What one way through a provider needs. */
interface Way {
  readonly settings: KeptSettings;
  readonly provider: TranslationProvider;
  readonly glossary: TranslationGlossary;
  readonly kept: boolean;
  readonly signal: AbortSignal;
}

export function createTranslator(
  { clock, database, log }: Pick<Platform, 'clock' | 'database' | 'log'>,
  open: OpenProvider,
): Translator {
  const breaker = createPlaceBreaker(clock, patience);
  const atProvider = keepAtProvider({ clock, database, log });

  return {
    async translate(text, from, to) {
      const settings = await readSettings(database.reader());
      const provider = settings && settings.provider !== 'none' ? open(settings) : null;
      if (!settings || !provider) return { outcome: 'not_set_up' };
      if (!settings.languages.includes(from) || !settings.languages.includes(to))
        return { outcome: 'language_not_offered' };
      return go(text, from, to, settings, provider, true);
    },
    async tryWith(settings, text, from, to) {
      const provider = open(settings);
      if (!provider) return { outcome: 'not_set_up' };
      return go(text, from, to, settings, provider, false);
    },
  };

  async function go(
    text: string,
    from: Locale,
    to: Locale,
    settings: KeptSettings,
    provider: TranslationProvider,
    kept: boolean,
  ): Promise<Translated | NotTranslated> {
    if (languageOf(from) === languageOf(to)) return { outcome: 'same_language' };
    const glossary = await readGlossary(database.reader());
    const signal = AbortSignal.timeout(settings.seconds * 1000);
    const way: Way = { settings, provider, glossary, kept, signal };
    try {
      const there = await carry(text, from, to, way);
      if (!there) return { outcome: 'nothing_to_translate' };
      // A back translation that fails costs the check, not the translation.
      const back = settings.backCheck ? await carry(there.text, to, from, way).catch(() => null) : null;
      const verdict = checkTranslation({
        source: text,
        target: there.text,
        from,
        to,
        keep: glossary.keep,
        terms: findTerms(text, glossary.concepts, from, to),
        back: back?.text ?? null,
        whole: there.whole,
      });
      return {
        outcome: 'translated',
        ...there,
        ...verdict,
        back: back?.text ?? null,
        provider: settings.provider,
        glossaryVersion: glossary.version,
      };
    } catch (error) {
      const { outcome } = failureOf(error);
      if (outcome === 'translated') throw error;
      return { outcome };
    }
  }

  /** Takes a text to another language, paragraph by paragraph; null where there is nothing to take. */
  async function carry(text: string, from: Locale, to: Locale, way: Way) {
    const { keep, concepts } = way.glossary;
    const lines = text.split(/(\n+)/u);
    const pieces = lines.map((line) => {
      const guarded = protect(line, findExactParts(line, from, keep), way.provider.style);
      return hasWords(line, guarded) ? { guarded, key: keyOf(guarded, from, to, way) } : null;
    });
    const asked = pieces.flatMap((it) => it ?? []);
    if (asked.length === 0) return null;
    const answers = way.kept
      ? await readCached(
          database.reader(),
          asked.map((it) => it.key),
        )
      : new Map<string, string>();
    const open = [...new Map(asked.filter((it) => !answers.has(it.key)).map((it) => [it.key, it])).values()];
    if (open.length > 0) {
      const texts = open.map((it) => it.guarded.text);
      const said = await ask(texts, from, to, findTerms(text, concepts, from, to), way);
      for (const [index, it] of open.entries()) answers.set(it.key, said[index] ?? '');
      // What came back broken is asked for again next time.
      const good = open.filter((it) => restore(answers.get(it.key) ?? '', it.guarded).whole);
      if (way.kept)
        await database.write((tx) =>
          putCached(
            tx,
            good.map(({ key }) => ({ key, answer: answers.get(key) ?? '' })),
          ),
        );
    }
    let whole = true;
    const out = pieces.map((it, index) => {
      if (!it) return lines[index] ?? '';
      const restored = restore(answers.get(it.key) ?? '', it.guarded);
      whole &&= restored.whole;
      return restored.text;
    });
    return { text: out.join(''), whole };
  }

  async function ask(
    texts: string[],
    from: Locale,
    to: Locale,
    terms: ReturnType<typeof findTerms>,
    way: Way,
  ): Promise<string[]> {
    const { settings, kept, signal } = way;
    const characters = texts.reduce((sum, it) => sum + it.length, 0);
    const place = [settings.provider, settings.url, settings.model, settings.sealedKey].join(' ');
    if (kept) {
      if (breaker.isOpen(place)) throw new TranslationFailure('paused');
      const spent = await spentOn(database.reader(), clock.now());
      if (spent.characters + characters > settings.charactersPerDay)
        throw new TranslationFailure('over_budget');
    }
    let outcome: TranslationOutcome = 'translated';
    try {
      return await askWithGlossary({ texts, from, to, terms, signal }, way);
    } catch (error) {
      outcome = failureOf(error).outcome;
      // Neither the text nor the key: what went wrong, and where.
      log.warn({ provider: settings.provider, outcome }, 'translation failed');
      throw error;
    } finally {
      if (kept) breaker.note(place, experienceOf(outcome));
      const failed = outcome !== 'translated';
      await database.write((tx) => addSpending(tx, { provider: settings.provider, characters, failed }));
    }
  }

  /** With the glossary that the provider keeps for us, where it keeps any; once more without it where it may be that which it does not take. */
  async function askWithGlossary(
    request: TranslationRequest,
    { settings, provider, glossary, kept }: Way,
  ): Promise<string[]> {
    const { from, to } = request;
    // What is only tried leaves nothing behind.
    const keeper = kept ? provider.glossaries : undefined;
    const glossaryId = keeper && (await atProvider.idFor(settings, keeper, glossary, from, to));
    if (glossaryId === undefined) return provider.translate(request);
    try {
      return await provider.translate({ ...request, glossaryId });
    } catch (error) {
      const { outcome } = failureOf(error);
      if (outcome !== 'denied' && outcome !== 'failed') throw error;
      const translated = await provider.translate(request);
      await atProvider.forget(settings, glossary.version);
      return translated;
    }
  }
}

/** Whether anything is left for a translator once the exact parts are out. */
function hasWords(line: string, guarded: ProtectedText): boolean {
  const { parts } = guarded;
  const letters = (it: string) => it.match(/\p{L}/gu)?.length ?? 0;
  return letters(line) > parts.reduce((sum, it) => sum + letters(it), 0);
}

/** The terms that a text uses follow from the text and the version of the glossary. */
function keyOf({ text }: ProtectedText, from: Locale, to: Locale, { settings, glossary }: Way): string {
  const { provider, url, model } = settings;
  return createHash('sha256')
    .update(JSON.stringify([text, from, to, provider, url, model, glossary.version]))
    .digest('hex');
}
