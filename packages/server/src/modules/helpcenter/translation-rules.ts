import { type Currency, type Locale, languageOf, locales } from '@fairlead/contract';
import type { RevisionRecord, TranslationRecord } from './article.ts';

/** How long one author's saves of a draft go into the same revision: revisions are states worth coming back to, not key strokes. */
const sameSitting = 60 * 60_000;

/**
 * How a translation stands to the source. What it follows is compared with what readers of the source see, or, before its first
 * publication, with what is being worked on. A source that readers no longer see makes nothing outdated.
 */
export function currencyOf(
  translation: Pick<TranslationRecord, 'locale' | 'followsId'> | undefined,
  source: Pick<TranslationRecord, 'locale' | 'publishedId' | 'revisionId'>,
): Currency {
  if (!translation) return 'missing';
  if (translation.locale === source.locale) return 'source';
  return translation.followsId === (source.publishedId ?? source.revisionId) ? 'current' : 'outdated';
}

/** Whether a save goes into the last revision rather than beginning another: nobody else's, never published or sent to review, and of this sitting. */
export function goesOn(
  translation: Pick<TranslationRecord, 'state' | 'publishedId' | 'revisionId'>,
  last: Pick<RevisionRecord, 'id' | 'authorId' | 'createdAt'>,
  { authorId, now }: { authorId: string | null; now: Date },
): boolean {
  return (
    translation.state === 'draft' &&
    translation.publishedId !== last.id &&
    last.authorId === authorId &&
    now.getTime() - last.createdAt.getTime() < sameSitting
  );
}

/** Whether readers see a translation: it is published, and so is the source. */
export function isLive(
  translation: Pick<TranslationRecord, 'publishedId'>,
  source: Pick<TranslationRecord, 'publishedId'> | undefined,
): boolean {
  return translation.publishedId !== null && Boolean(source?.publishedId);
}

/** The language among those that there are which serves a reader best: theirs, another script or region of it, English, the source. */
export function bestLocale(wanted: Locale, there: ReadonlySet<Locale>, source: Locale): Locale {
  const near = [...there].find((it) => languageOf(it) === languageOf(wanted));
  return there.has(wanted) ? wanted : (near ?? (there.has('en') ? 'en' : source));
}

/** Languages in which else something may be found for a reader, the best first: as `bestLocale` chooses, given the languages that articles are written in. */
export function nextLocales(wanted: Locale, sources: ReadonlySet<Locale>): Locale[] {
  const near = locales.filter((it) => languageOf(it) === languageOf(wanted));
  const next = new Set<Locale>([...near, 'en', ...sources]);
  next.delete(wanted);
  return [...next];
}
