import { z } from 'zod';
import {
  announcement,
  announcementAudience,
  announcementKind,
  announcementLine,
  announcementPlace,
  announcementPlaces,
  announcementState,
  announcementWords,
  bannerAnnouncement,
} from './announcements.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, cursor, id, locale, moment, page, person } from './shapes.ts';
import { isTimeZone } from './working-week.ts';

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
          texts: z.array(announcementWords.extend({ locale })),
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
      text: announcementWords,
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
    body: announcementWords.extend({
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
