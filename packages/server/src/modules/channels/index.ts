/** The door of the channels module: inboxes, and how channels are spoken. */

export { adapterOf } from './adapter-of.ts';
export { channelsModule } from './channels-module.ts';
export { createInbox } from './create-inbox.ts';
export { type DeliveryResult, deliver } from './deliver.ts';
export type { Inbox } from './inbox.ts';
export { teamForTopic } from './inbox-rules.ts';
export { inboxesOfTeam, readChatInbox, readInbox, readInboxByKey, readPortalInbox } from './inbox-store.ts';
export { organisationName, teamHasInbox } from './read-inboxes.ts';
