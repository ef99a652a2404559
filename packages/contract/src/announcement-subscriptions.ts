import { z } from 'zod';
import { announcementKind } from './announcements.ts';
import { endpoint, nothing } from './endpoint.ts';
import { locale, moment } from './shapes.ts';

/**
 * What a customer is sent of announcements by e-mail. `unconfirmed`: a letter is on its way to the address that they gave, with a link that says that it is
 * theirs; until then nothing is sent. `suppressed`: the mail server says that there is no such address.
 */
export const announcementSubscription = z.object({
  kinds: z.array(announcementKind),
  locale,
  state: z.enum(['none', 'active', 'unconfirmed', 'suppressed']),
  /** Where letters go, masked; null where there is no address. */
  email: z.string().nullable(),
  /** Since when they have wished it. */
  since: moment.nullable(),
});
export type AnnouncementSubscription = z.infer<typeof announcementSubscription>;

const token = z.object({ token: z.string().max(300) });

export const announcementSubscriptionEndpoints = {
  mine: endpoint({
    method: 'GET',
    path: '/api/account/announcement-subscription',
    access: 'customer',
    summary: 'Which announcements one is sent, in which language.',
    response: announcementSubscription,
  }),
  subscribe: endpoint({
    method: 'PUT',
    path: '/api/account/announcement-subscription',
    access: 'customer',
    summary:
      'Say which announcements one wishes to be sent; no kind stops them all. An address that nobody has proven is asked first.',
    body: z.object({ kinds: z.array(announcementKind), locale }),
    response: announcementSubscription,
    errors: ['announcement.no_address', 'request.rate_limited'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/api/announcement-subscriptions/confirm',
    access: 'public',
    summary: 'Say that the address is one’s own, by the signed link in a letter to it.',
    body: token,
    response: nothing,
    errors: ['access.link_expired'],
  }),
  stop: endpoint({
    method: 'POST',
    path: '/api/announcement-subscriptions/stop/:token',
    access: 'public',
    summary:
      'Stop the announcements of the kind that a signed link in a letter names, or all: one click (RFC 8058).',
    params: token,
    body: z.object({ all: z.boolean().default(false) }),
    response: nothing,
    errors: ['access.link_expired'],
  }),
};
