import type { Platform } from '../../platform/platform.ts';
import { watchIdentity } from './evidence/watch-identity.ts';
import { watchPictures } from './evidence/watch-pictures.ts';
import { formRoutes } from './forms/form-routes.ts';
import { registerJobs } from './jobs.ts';
import { macroRoutes } from './macros/macro-routes.ts';
import type { Nearness } from './nearness.ts';
import type { NextUpdate } from './next-update.ts';
import { registerPortalReactions } from './portal-reactions.ts';
import { portalRoutes } from './portal-routes.ts';
import { protectDocuments } from './protect-documents.ts';
import { registerReactions } from './reactions.ts';
import { ticketRoutes } from './routes.ts';
import { deliverSides } from './side/deliver-side.ts';
import { sideRoutes } from './side/side-routes.ts';
import { viewRoutes } from './view-routes.ts';

export { accessOwn } from './access-own.ts';
export { accessTicket, ticketScopeOf } from './access-ticket.ts';
export { applyActions } from './apply-actions.ts';
export { escalateTickets } from './escalate-tickets.ts';
export {
  type AnnouncedFact,
  type TicketPart,
  type TicketStanding,
  ticketChanged,
  ticketChildrenSolved,
  ticketCommented,
  ticketMerged,
  ticketOpened,
  ticketRated,
  ticketUnmerged,
} from './events.ts';
export { readEvidence } from './evidence/read-evidence.ts';
export { formTexts } from './forms/form-texts.ts';
export { readFormBook } from './forms/read-forms.ts';
export { saidIn } from './forms/said-in.ts';
export { ticketTopics } from './hints.ts';
export { importTicket } from './import-ticket.ts';
export { leaveToOwners } from './leave-to-owners.ts';
export { reachOf as ticketsReached } from './list-store.ts';
export { doMacros } from './macros/do-macros.ts';
export { keepMacro, listMacros } from './macros/keep-macros.ts';
export { listSharedMacros, macrosUsedIn } from './macros/macro-store.ts';
export { macroTexts } from './macros/macro-texts.ts';
export { checkCode, mailCode } from './mailed-code.ts';
export type { Nearness } from './nearness.ts';
export { noteAnnounced } from './note-announced.ts';
export { noteDue } from './note-due.ts';
export { openForThread } from './open-for-thread.ts';
export { openTicket } from './open-ticket.ts';
export { planActions } from './plan-actions.ts';
export { presentTickets } from './present-tickets.ts';
export { type Alarm, raiseTicket } from './raise-ticket.ts';
export { ratingLink } from './rating-link.ts';
export { reachableOf } from './reachable-of.ts';
export { requireNamed } from './require-named.ts';
export { type Restorable, restoreTicket } from './restore-ticket.ts';
export { createThreadRisks, type ThreadRisk } from './risk/thread-risks.ts';
export { sideLetterSink } from './side/side-letter-sink.ts';
export { findSimilar } from './similar/find-similar.ts';
export { soonestPromises } from './soonest-promises.ts';
export { expectsNews } from './tell/tell-store.ts';
export type { TicketRecord } from './ticket.ts';
export { ticketAfterMessage } from './ticket-after-message.ts';
export type { TicketScope } from './ticket-reach.ts';
export {
  countOfStatuses,
  findTickets as readTickets,
  latestOfConversations as ticketsOfConversations,
  listActiveOfCustomers,
  listNewest as newestTickets,
  listOfStatuses,
  lockTickets,
} from './ticket-store.ts';
export { accessTracker } from './track-tickets.ts';

/** What modules above know of tickets. */
export interface TicketPorts {
  /** How near they are in meaning. */
  readonly nearness: Nearness;
  readonly nextUpdate: NextUpdate;
}

/** Formal cases: see README.md. */
export function ticketsModule(platform: Platform, { nearness, nextUpdate }: TicketPorts): void {
  ticketRoutes(platform, nearness);
  viewRoutes(platform);
  formRoutes(platform);
  sideRoutes(platform);
  deliverSides(platform);
  macroRoutes(platform);
  registerReactions(platform);
  protectDocuments(platform);
  registerJobs(platform);
  watchPictures(platform);
  watchIdentity(platform);
  portalRoutes(platform);
  registerPortalReactions(platform, nextUpdate);
}
