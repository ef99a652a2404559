import type {
  AnnouncementAudience,
  AnnouncementKind,
  AnnouncementState,
  AnnouncementWords,
  announcementPostState,
  announcementTextState,
  Locale,
} from '@fairlead/contract';
import type { z } from 'zod';

/** An announcement as it is being written; what customers see is its last edition. */
export interface AnnouncementRecord {
  readonly id: string;
  readonly slug: string;
  readonly kind: AnnouncementKind;
  readonly state: AnnouncementState;
  readonly version: number;
  readonly edition: number;
  readonly sourceLocale: Locale;
  readonly audience: AnnouncementAudience;
  readonly helpCenter: boolean;
  readonly banner: boolean;
  readonly bannerUntil: Date | null;
  readonly email: boolean;
  readonly publishAt: Date | null;
  readonly timeZone: string;
  readonly articleIds: readonly string[];
  readonly pictureId: string | null;
  readonly authors: readonly string[];
  readonly approvedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export interface TextRecord extends AnnouncementWords {
  readonly locale: Locale;
  /** What the picture shows; empty where nobody said. */
  readonly pictureAlt: string;
  readonly state: z.infer<typeof announcementTextState>;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What was published, word for word. */
export interface EditionRecord {
  readonly announcementId: string;
  readonly edition: number;
  readonly kind: AnnouncementKind;
  readonly sourceLocale: Locale;
  readonly texts: readonly EditionText[];
  readonly audience: AnnouncementAudience;
  readonly helpCenter: boolean;
  readonly banner: boolean;
  readonly bannerUntil: Date | null;
  readonly articleIds: readonly string[];
  readonly pictureId: string | null;
  readonly approvedBy: string | null;
  readonly publishedAt: Date;
}

interface EditionText extends AnnouncementWords {
  readonly locale: Locale;
  readonly pictureAlt: string;
}

export interface PostRecord {
  readonly id: string;
  readonly announcementId: string;
  readonly inboxId: string;
  readonly address: string;
  readonly locale: Locale;
  readonly state: z.infer<typeof announcementPostState>;
  readonly edition: number;
  readonly externalId: string | null;
  readonly link: string | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
}
