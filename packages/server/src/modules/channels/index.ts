/** The door of the channels module: inboxes, and how channels are spoken. */

export { adapterOf } from './adapter-of.ts';
export { makePlusAddress, readPlusAddress } from './adapters/email/plus-address.ts';
export { replaceInSource } from './adapters/email/replace-in-source.ts';
export { channelsModule } from './channels-module.ts';
export { createInbox } from './create-inbox.ts';
export { type DeliveryResult, deliver, outcomeOf } from './deliver.ts';
export type { Inbox } from './inbox.ts';
export { assistantBegins, teamForTopic } from './inbox-rules.ts';
export { inboxesOfTeam, readChatInbox, readInbox, readInboxByKey, readPortalInbox } from './inbox-store.ts';
export type { Arrived, InboundSink, Taken } from './ingest.ts';
export { answerToInvitation } from './letters/answer-to-invitation.ts';
export type { EmailInbox } from './letters/email-inbox.ts';
export { readEmailInbox, readSendingInbox } from './letters/email-inbox-store.ts';
export { createLetterExaminer, type ExaminedLetter } from './letters/examine-letter.ts';
export { beginsAnew, findLetterThread, plusKey } from './letters/find-letter-thread.ts';
export { letterDestination } from './letters/letter-destination.ts';
export type { LetterRecord } from './letters/letter-record.ts';
export {
  findLetter,
  findLetterOf,
  findLetters,
  firstLettersOf,
  hasLetter,
  haveLetters,
  insertLetter,
  insertLetters,
  lettersOfConversation,
  proofsOfMessages,
} from './letters/letter-store.ts';
export { readOwnAddresses } from './letters/recipient.ts';
export { offerInText } from './offer-in-text.ts';
export {
  type Destination,
  type InboundMessage,
  type OutboundFile,
  type OutboundLetter,
  SendError,
} from './port.ts';
export { organisationName, teamHasInbox } from './read-inboxes.ts';
export { refusalLimit } from './refusal-limit.ts';
export { readPayloadBody } from './seal-payload.ts';
export { connectSocialInbox } from './social/connect-social-inbox.ts';
export { fetchSocialFiles } from './social/fetch-social-files.ts';
export { hidePublicly, isPublicPlace } from './social/hide-publicly.ts';
export { listConnectedInboxes } from './social/list-connected-inboxes.ts';
export { nameSender } from './social/name-sender.ts';
export { placeInThread } from './social/place-in-thread.ts';
export { privateLinkSettings, savePrivateLink, viewPrivateLink } from './social/private-link-settings.ts';
export { openPublisher, type Publisher, publishingInboxes } from './social/publisher.ts';
export { readSocialPlace } from './social/read-social-place.ts';
export { sceneLinkOf } from './social/scene-link-of.ts';
export { sendNotice } from './social/send-notice.ts';
export { socialDestination, socialDestinationOf } from './social/social-destination.ts';
export { noteSocialContact, readSocialAccount } from './social/social-inbox-store.ts';
export {
  detachSocialThreads,
  findSocialPlaces,
  findSocialThread,
  findSocialVersions,
  hasSocialMessage,
  insertSocialMessage,
  moveSocialThread,
  noteNoticed,
  noteSocialMessages,
  readSocialThread,
  saveSocialPlaces,
  saveSocialThread,
} from './social/social-thread-store.ts';
export { switchSocialPlace } from './social/switch-social-place.ts';
export { type ChatNews, newsWindowHours, tellChat } from './social/tell-chat.ts';
export { viewConsents } from './social/view-consents.ts';
