import { z } from 'zod';
import { channels } from './channels.ts';
import { helpFile } from './help-files.ts';
import { id, locale, moment, person } from './shapes.ts';

/** What an announcement is about. Customers subscribe to kinds; texts stand under `announcement.kind.<id>`. */
export const announcementKinds = [
  'listing',
  'delisting',
  'suspension',
  'maintenance',
  'event',
  'risk',
] as const;
export const announcementKind = z.enum(announcementKinds);
export type AnnouncementKind = (typeof announcementKinds)[number];

/**
 * `approved` waits to be published by hand, `scheduled` for its moment; `corrected` is published with other words than at first. What is being corrected
 * is a draft again, while its last edition stays published.
 */
export const announcementState = z.enum([
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'corrected',
  'withdrawn',
]);
export type AnnouncementState = z.infer<typeof announcementState>;

/** `machine`: nobody has read it; `reviewed`: a person wrote it or stands by it; `outdated`: the source has changed since. */
export const announcementTextState = z.enum(['machine', 'reviewed', 'outdated']);

/** What an announcement says in one language. */
export const announcementWords = z.object({
  title: z.string().trim().min(1).max(160),
  /** What stands in posts, banners and lists. */
  summary: z.string().trim().min(1).max(600),
  /** Markdown. */
  body: z.string().trim().max(20_000),
});
export type AnnouncementWords = z.infer<typeof announcementWords>;

/** Who is told by letter and banner; the page in the help center is everybody's. */
export const announcementAudience = z.discriminatedUnion('who', [
  z.object({ who: z.literal('all') }),
  z.object({ who: z.literal('languages'), locales: z.array(locale).min(1) }),
  /**
   * Of verified customers those who hold something, and at least so much, of it, where the exchange tells balances; otherwise those who have deposited or
   * withdrawn it in the last days. Found when they are about to be told.
   */
  z.object({
    who: z.literal('asset'),
    asset: z.string().trim().toUpperCase().min(1).max(20),
    atLeast: z
      .string()
      .regex(/^\d{1,20}(\.\d{1,18})?$/)
      .default('0'),
    days: z.number().int().min(1).max(365).default(90),
  }),
]);
export type AnnouncementAudience = z.infer<typeof announcementAudience>;

/** A post in one language by an inbox that can post; `address` where the channel has one (Telegram's `@channel`). */
const post = z.object({ inboxId: id, address: z.string().trim().max(120), locale });

export const announcementPlaces = z.object({
  helpCenter: z.boolean(),
  banner: z.boolean(),
  /** The banner goes then; null: with the announcement. */
  bannerUntil: moment.nullable(),
  email: z.boolean(),
  posts: z.array(post).max(40),
});
export type AnnouncementPlaces = z.infer<typeof announcementPlaces>;

/** How far a post has come. `sent` says what the last edition says; `withdrawn`: it was taken back, or said to hold no longer. */
export const announcementPostState = z.enum(['planned', 'waiting', 'sent', 'failed', 'withdrawn']);

const result = z.object({
  id,
  inboxId: id,
  inboxName: z.string(),
  channel: z.enum(channels),
  address: z.string(),
  locale,
  state: announcementPostState,
  /** The platform's own words, as long as it does not do what it should. */
  error: z.string().nullable(),
  /** Null where it will not be tried again by itself. */
  nextAttemptAt: moment.nullable(),
  link: z.string().nullable(),
  /** The edition that it says; 0 none. */
  edition: z.number().int(),
});
export type AnnouncementResult = z.infer<typeof result>;

export const announcement = z.object({
  id,
  slug: z.string(),
  kind: announcementKind,
  state: announcementState,
  /** Goes with every change: whoever writes says which one they saw. */
  version: z.number().int(),
  /** How often it was published; what customers see is the last edition. */
  edition: z.number().int(),
  sourceLocale: locale,
  texts: z.array(
    announcementWords.extend({
      locale,
      state: announcementTextState,
      pictureAlt: z.string(),
      changedBy: person,
      changedAt: moment,
    }),
  ),
  /** One picture, said in words by each text; null for none. */
  picture: helpFile.nullable(),
  audience: announcementAudience,
  places: announcementPlaces,
  /** When it is published by itself once approved; null: by hand. */
  publishAt: moment.nullable(),
  /** By whose clock the moment was chosen. */
  timeZone: z.string(),
  /** Articles of the help center that say more, by their slugs. */
  articles: z.array(z.string()),
  /** Who has changed it since it was last published: none of them may approve it. */
  authors: z.array(person),
  approvedBy: person.nullable(),
  createdAt: moment,
  updatedAt: moment,
  publishedAt: moment.nullable(),
  withdrawnAt: moment.nullable(),
  /** It is published, and what it is about is solved since: it is to be corrected or withdrawn. */
  outlived: z.boolean(),
  results: z.array(result),
  /** How far the search for those whom an asset concerns has come; null where none is needed. */
  gathering: z
    .object({
      /** Null until the exchange has said whether it tells balances. */
      foundBy: z.enum(['balances', 'moves']).nullable(),
      /** By moves: in so many last days. */
      days: z.number().int(),
      /** Accounts that were looked through, and how many there are, where the exchange says so. */
      asked: z.number().int(),
      total: z.number().int().nullable(),
      letters: z.number().int(),
      done: z.boolean(),
      /** Why it does not go on just now. */
      error: z.string().nullable(),
    })
    .nullable(),
  /** The letters about the last edition; null where none are sent. */
  letters: z
    .object({
      waiting: z.number().int(),
      sent: z.number().int(),
      failed: z.number().int(),
      /** Stopped, without an address, or not concerned by the time. */
      skipped: z.number().int(),
      /** What the mail server said of the last that failed. */
      error: z.string().nullable(),
    })
    .nullable(),
});
export type Announcement = z.infer<typeof announcement>;

export const announcementLine = z.object({
  id,
  kind: announcementKind,
  state: announcementState,
  edition: z.number().int(),
  title: z.string(),
  locales: z.array(locale),
  publishAt: moment.nullable(),
  publishedAt: moment.nullable(),
  updatedAt: moment,
  /** Something of it did not get to where it should. */
  troubled: z.boolean(),
  /** As of the announcement. */
  outlived: z.boolean(),
});
export type AnnouncementLine = z.infer<typeof announcementLine>;

/** An inbox that can post for everybody. */
export const announcementPlace = z.object({
  inboxId: id,
  name: z.string(),
  channel: z.enum(channels),
  /** Signed in to its platform. */
  connected: z.boolean(),
  maximumTextLength: z.number().int(),
  /** Counted by weight, as X does (see weighted-length.ts); otherwise by UTF-16 units. */
  weighted: z.boolean(),
  canRevise: z.boolean(),
  canRetract: z.boolean(),
  addressed: z.boolean(),
});
export type AnnouncementPlace = z.infer<typeof announcementPlace>;

/** What an approved reader sees of it in one language. */
export const bannerAnnouncement = z.object({
  id,
  /** Another once it is corrected: who has put it away sees it again. */
  edition: z.number().int(),
  kind: announcementKind,
  locale,
  title: z.string(),
  /** Its page, from the root of the server; null where it has none. */
  url: z.string().nullable(),
});
export type BannerAnnouncement = z.infer<typeof bannerAnnouncement>;
