import type { ArticleFacts, Locale, TranslationState } from '@fairlead/contract';

/** What holds for an article in every language. */
export interface ArticleRecord extends ArticleFacts {
  readonly id: string;
  readonly sourceLocale: Locale;
  readonly version: number;
  readonly reviewedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One language of an article. */
export interface TranslationRecord {
  readonly articleId: string;
  readonly locale: Locale;
  /** What is being worked on. */
  readonly revisionId: string;
  readonly publishedId: string | null;
  readonly state: TranslationState;
  readonly publishAt: Date | null;
  /** The revision of the source that the one worked on says the same as; null on the source itself, or where nobody said. */
  readonly followsId: string | null;
  readonly firstPublishedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
}

/** One state of a translation's text. */
export interface RevisionRecord {
  readonly id: string;
  readonly articleId: string;
  readonly locale: Locale;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly authorId: string | null;
  readonly createdAt: Date;
}
