import { z } from 'zod';
import { announcementLine } from './announcements.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';
import { ticketStatus } from './ticket-views.ts';

/** A tracker that an announcement is about, as one knows it there. */
export const announcedTracker = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  status: ticketStatus,
  /** Since when it has that status. */
  since: moment,
});
export type AnnouncedTracker = z.infer<typeof announcedTracker>;

const pair = z.object({ id, trackerId: id });
const trackers = z.object({
  items: z.array(announcedTracker),
  /** Out of the caller's reach. */
  others: z.number().int(),
});

/** Which incidents announcements are about. */
export const announcementTrackerEndpoints = {
  trackers: endpoint({
    method: 'GET',
    path: '/api/announcements/:id/trackers',
    access: { permission: 'announcements.read' },
    summary: 'The trackers that an announcement is about. Those out of reach are only counted.',
    params: byId,
    response: trackers,
    errors: ['announcement.not_found'],
  }),
  linkTracker: endpoint({
    method: 'PUT',
    path: '/api/announcements/:id/trackers/:trackerId',
    access: { permission: 'announcements.manage' },
    summary:
      'Say that an announcement is about a tracker, in whatever state the two are. What is published of it from then on stands in the time line of the tracker.',
    params: pair,
    body: z.object({}),
    response: trackers,
    errors: ['announcement.not_found', 'ticket.not_found', 'ticket.not_tracker'],
  }),
  unlinkTracker: endpoint({
    method: 'DELETE',
    path: '/api/announcements/:id/trackers/:trackerId',
    access: { permission: 'announcements.manage' },
    summary: 'Say that an announcement is not about a tracker.',
    params: pair,
    response: nothing,
    errors: ['announcement.not_found', 'ticket.not_found'],
  }),
  ofTracker: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/announcements',
    access: { permission: 'announcements.read' },
    summary: 'The announcements about a tracker, the newest first.',
    params: byId,
    response: z.object({ items: z.array(announcementLine) }),
    errors: ['ticket.not_found', 'ticket.not_tracker'],
  }),
};
