import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { assignTicket } from './assign-ticket.ts';
import { bulkEdit, undoBulk } from './bulk-edit.ts';
import { changeChecklist } from './change-checklist.ts';
import { commentTicket, readComments } from './comment-ticket.ts';
import { createTicket } from './create-ticket.ts';
import { findDuplicates } from './duplicates/find-duplicates.ts';
import { readEvidence } from './evidence/read-evidence.ts';
import { detailOf, getTicket } from './get-ticket.ts';
import { linkTickets, unlinkTickets } from './link-tickets.ts';
import { mergeTickets, undoMerge } from './merge-tickets.ts';
import type { Nearness } from './nearness.ts';
import { countViews, readList } from './read-list.ts';
import { readTimeline } from './read-timeline.ts';
import { setFollowers } from './set-followers.ts';
import { setStatus } from './set-status.ts';
import { splitTicket } from './split-ticket.ts';
import { readTelling } from './tell/read-telling.ts';
import { createTicketWriter } from './ticket-writer.ts';
import { updateTicket } from './update-ticket.ts';

/** What agents do with tickets. */
export function ticketRoutes(platform: Platform, nearness: Nearness): void {
  const { database, http } = platform;
  const writer = createTicketWriter(platform);
  const { tickets } = endpoints;

  http.route(tickets.list, ({ caller, query }) => readList(database.reader(), caller, query));
  http.route(tickets.counts, ({ caller }) => countViews(database.reader(), caller));
  http.route(tickets.get, ({ caller, params }) => getTicket(database.reader(), caller, params.id));
  http.route(tickets.evidence, ({ caller, params }) =>
    readEvidence(database.reader(), platform, caller, params.id),
  );
  http.route(tickets.telling, ({ caller, params }) =>
    readTelling(database.reader(), platform, caller, params.id),
  );
  http.route(tickets.duplicates, async ({ caller, params }) => ({
    items: await findDuplicates(database.reader(), caller, params.id, nearness),
  }));
  http.route(tickets.timeline, ({ caller, params, query }) =>
    readTimeline(database.reader(), caller, params.id, query),
  );
  http.route(tickets.create, async ({ caller, body }) => {
    const { ticket } = await createTicket(platform, writer, caller, body);
    return ticket;
  });
  http.route(tickets.update, ({ caller, params, body }) =>
    database.write(async (tx) => {
      const { record } = await updateTicket(tx, platform, caller, params.id, body);
      return detailOf(tx, caller, record);
    }),
  );
  http.route(tickets.setStatus, async ({ caller, params, body }) => {
    const { ticket } = await database.write((tx) => setStatus(tx, platform, caller, params.id, body.status));
    return ticket;
  });
  http.route(tickets.assign, async ({ caller, params, body }) => {
    const { ticket } = await database.write((tx) => assignTicket(tx, platform, caller, params.id, body));
    return ticket;
  });
  http.route(tickets.setFollowers, async ({ caller, params, body }) => {
    const { ticket } = await database.write((tx) =>
      setFollowers(tx, platform, caller, params.id, body.agentIds),
    );
    return ticket;
  });
  http.route(tickets.comments, ({ caller, params, query }) =>
    readComments(database.reader(), platform, caller, params.id, query),
  );
  http.route(tickets.comment, ({ caller, params, body }) =>
    database.write((tx) => commentTicket(tx, platform, caller, params.id, body)),
  );
  http.route(tickets.addChecklistEntry, ({ caller, params, body }) =>
    database.write((tx) => changeChecklist(tx, platform, caller, params.id, { add: body.text })),
  );
  http.route(tickets.tickChecklistEntry, ({ caller, params, body }) =>
    database.write((tx) =>
      changeChecklist(tx, platform, caller, params.id, { entryId: params.entryId, done: body.done }),
    ),
  );
  http.route(tickets.removeChecklistEntry, ({ caller, params }) =>
    database.write((tx) => changeChecklist(tx, platform, caller, params.id, { remove: params.entryId })),
  );
  http.route(tickets.link, ({ caller, params, body }) =>
    database.write(async (tx) => {
      await linkTickets(tx, platform, caller, params.id, body);
      return getTicket(tx, caller, params.id);
    }),
  );
  http.route(tickets.unlink, ({ caller, params }) =>
    database.write(async (tx) => {
      await unlinkTickets(tx, platform, caller, params.id, params.linkId);
      return getTicket(tx, caller, params.id);
    }),
  );
  http.route(tickets.merge, ({ caller, params, body }) =>
    database.write(async (tx) => {
      const { record } = await mergeTickets(tx, platform, caller, params.id, body.intoId);
      return detailOf(tx, caller, record);
    }),
  );
  http.route(tickets.undoMerge, ({ caller, params }) =>
    database.write(async (tx) => {
      const { record } = await undoMerge(tx, platform, caller, params.id);
      return detailOf(tx, caller, record);
    }),
  );
  http.route(tickets.split, async ({ caller, params, body }) => {
    const { ticket } = await database.write((tx) => splitTicket(tx, platform, caller, params.id, body));
    return ticket;
  });
  http.route(tickets.bulk, ({ caller, body: { ids, ...change } }) =>
    database.write((tx) => bulkEdit(tx, platform, caller, ids, change)),
  );
  http.route(tickets.undoBulk, ({ caller, params }) =>
    database.write((tx) => undoBulk(tx, platform, caller, params.id)),
  );
}
