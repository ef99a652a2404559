import { z } from 'zod';
import { channels } from './channels.ts';
import { endpoint, nothing } from './endpoint.ts';
import { helpFile } from './help-files.ts';
import { byId, cursor, id, locale, moment, page } from './shapes.ts';
import { isTimeZone } from './working-week.ts';

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

const words = z.object({
  title: z.string().trim().min(1).max(160),
  /** What stands in posts, banners and lists. */
  summary: z.string().trim().min(1).max(600),
  /** Markdown. */
  body: z.string().trim().max(20_000),
});
export type AnnouncementWords = z.infer<typeof words>;

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

const person = z.object({ id, name: z.string() });

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
    words.extend({
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

const version = z.number().int().min(1);
const versioned = z.object({ version });
const changing = ['announcement.not_found', 'announcement.changed', 'announcement.state_refused'] as const;

export const announcementEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/announcements',
    access: { permission: 'announcements.read' },
    summary: 'Announcements, the newest first.',
    query: z.object({
      state: announcementState.optional(),
      kind: announcementKind.optional(),
      cursor: cursor.optional(),
    }),
    response: page(announcementLine),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/announcements/:id',
    access: { permission: 'announcements.read' },
    summary: 'An announcement with its texts, and what became of it where it goes.',
    params: byId,
    response: announcement,
    errors: ['announcement.not_found'],
  }),
  editions: endpoint({
    method: 'GET',
    path: '/api/announcements/:id/editions',
    access: { permission: 'announcements.read' },
    summary: 'What was published of it and when, the newest first.',
    params: byId,
    response: z.object({
      items: z.array(
        z.object({
          edition: z.number().int(),
          publishedAt: moment,
          approvedBy: person.nullable(),
          texts: z.array(words.extend({ locale })),
        }),
      ),
    }),
    errors: ['announcement.not_found'],
  }),
  places: endpoint({
    method: 'GET',
    path: '/api/announcement-places',
    access: { permission: 'announcements.read' },
    summary: 'The inboxes that can post for everybody, with their limits.',
    response: z.object({
      items: z.array(announcementPlace),
      email: z.boolean(),
      /** It says who uses an asset. */
      assets: z.boolean(),
      /** By what they hold, not by what they moved. */
      holders: z.boolean(),
    }),
  }),
  audience: endpoint({
    method: 'POST',
    path: '/api/announcement-audience',
    access: { permission: 'announcements.read' },
    summary:
      'How many customers would be told by letter now. Of those who use an asset at most so many: each is looked up when their letter is due.',
    body: z.object({ kind: announcementKind, audience: announcementAudience }),
    response: z.object({ letters: z.number().int() }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/announcements',
    access: { permission: 'announcements.manage' },
    summary: 'Begin an announcement as a draft in its source language.',
    body: z.object({
      kind: announcementKind,
      sourceLocale: locale,
      text: words,
      /** The tracker that it is about. */
      trackerId: id.optional(),
    }),
    response: announcement,
    errors: ['ticket.not_found', 'ticket.not_tracker'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/announcements/:id',
    access: { permission: 'announcements.manage' },
    summary: 'Change what holds in every language, while it is a draft. A correction goes to the same posts.',
    params: byId,
    body: versioned.extend({
      kind: announcementKind.optional(),
      audience: announcementAudience.optional(),
      places: announcementPlaces.optional(),
      publishAt: moment.nullable().optional(),
      timeZone: z.string().max(64).refine(isTimeZone).optional(),
      articles: z.array(z.string().max(120)).max(8).optional(),
      /** A picture of the help center’s (`articles.beginUpload`); null takes it away. */
      picture: id.nullable().optional(),
    }),
    response: announcement,
    errors: [...changing, 'article.not_found', 'channels.inbox_not_found', 'file.not_found'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/announcements/:id',
    access: { permission: 'announcements.manage' },
    summary: 'Remove an announcement that was never published.',
    params: byId,
    response: nothing,
    errors: ['announcement.not_found', 'announcement.state_refused'],
  }),
  saveText: endpoint({
    method: 'PUT',
    path: '/api/announcements/:id/texts/:locale',
    access: { permission: 'announcements.manage' },
    summary: 'Write its text in a language. Where that is the source, the others are outdated.',
    params: z.object({ id, locale }),
    body: words.extend({
      version,
      /** What the picture shows; left out, it stays. */
      pictureAlt: z.string().trim().max(300).optional(),
    }),
    response: announcement,
    errors: changing,
  }),
  removeText: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/texts/:locale/remove',
    access: { permission: 'announcements.manage' },
    summary: 'Take a language other than the source away.',
    params: z.object({ id, locale }),
    body: versioned,
    response: announcement,
    errors: changing,
  }),
  reviewText: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/texts/:locale/review',
    access: { permission: 'announcements.manage' },
    summary: 'Say that one has read the text of a language beside its source, and stands by it.',
    params: z.object({ id, locale }),
    body: versioned,
    response: announcement,
    errors: changing,
  }),
  translate: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/translations',
    access: { permission: 'announcements.manage' },
    summary:
      'Have the source translated by machine into these languages. Each is to be reviewed before it is sent.',
    params: byId,
    body: versioned.extend({ locales: z.array(locale).min(1).max(14) }),
    response: z.object({
      announcement,
      /** Languages for which there is no translation now. */
      missing: z.array(locale),
    }),
    errors: [...changing, 'announcement.not_translated'],
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/moves',
    access: { permission: 'announcements.manage' },
    summary:
      'Send it to review, take it back from there, publish what was approved, or begin a correction of what is published; `drop` ends a correction that is not wanted any more.',
    params: byId,
    body: versioned.extend({ move: z.enum(['submit', 'take_back', 'publish', 'correct', 'drop']) }),
    response: announcement,
    errors: [
      ...changing,
      'announcement.not_reviewed',
      'announcement.picture_unsaid',
      'announcement.too_long',
      'announcement.text_missing',
      'announcement.schedule_past',
      'announcement.goes_nowhere',
    ],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/decisions',
    access: { permission: 'announcements.approve' },
    summary:
      'Approve what others wrote, or send it back to them; or withdraw what is published, everywhere and at once.',
    params: byId,
    body: versioned.extend({ decision: z.enum(['approve', 'send_back', 'withdraw']) }),
    response: announcement,
    errors: [...changing, 'announcement.own_change', 'announcement.schedule_past'],
  }),
  retry: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/results/:resultId/retry',
    access: { permission: 'announcements.manage' },
    summary: 'Try a post again that has failed.',
    params: z.object({ id, resultId: id }),
    response: announcement,
    errors: ['announcement.not_found', 'announcement.not_failed'],
  }),
  retryLetters: endpoint({
    method: 'POST',
    path: '/api/announcements/:id/letters/retry',
    access: { permission: 'announcements.manage' },
    summary: 'Try the letters again that have failed.',
    params: byId,
    response: announcement,
    errors: ['announcement.not_found', 'announcement.not_failed'],
  }),
  banner: endpoint({
    method: 'GET',
    path: '/api/account/announcement-banner',
    access: 'customer',
    summary: 'What stands above the chat and the portal for this customer now, the newest first.',
    query: z.object({ locale }),
    response: z.object({ items: z.array(bannerAnnouncement) }),
  }),
};
