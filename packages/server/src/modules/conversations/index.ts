import { takeOldUploads } from '../../platform/files/upload-store.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountDisabled } from '../access/index.ts';
import { attachmentKey, takeUnsent } from './attachments/attachment-store.ts';
import { keepSensitive } from './attachments/keep-sensitive.ts';
import { bindingRoutes } from './bindings/binding-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { deliverOutgoing } from './deliver-message.ts';
import { draftRoutes } from './drafts/draft-routes.ts';
import { deleteDraftsBefore } from './drafts/draft-store.ts';
import { messagePosted } from './events.ts';
import { fileRoutes } from './file-routes.ts';
import { followUpByMail } from './follow-up-by-mail.ts';
import { conversationFrames } from './live-frames.ts';
import { createMessageWriter } from './message-writer.ts';
import { privateLinkRoutes } from './private-links/private-link-routes.ts';
import { hidesMessages } from './public/hide-message.ts';
import { requeueConversations } from './requeue-conversations.ts';
import { conversationRoutes } from './routes.ts';
import { indexMessages } from './search-store.ts';
import { shieldRoutes } from './shield/shield-routes.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';
import { tellsStatus } from './tell-status.ts';
import { createViewerTable } from './viewer-table.ts';

export { accessForAgent, lockForAgents, scopeOf } from './access-conversation.ts';
export { answerAsBot } from './answer-as-bot.ts';
export { answerFirst } from './answer-first.ts';
export {
  claimForTicket,
  insertAttachment,
  openFilePlaces,
  picturesIn,
  readAttachments,
  sizesOf,
} from './attachments/attachment-store.ts';
export { keepFiles } from './attachments/keep-files.ts';
export { keepDocumentsSensitive, keepFilesSensitive } from './attachments/mark-sensitive.ts';
export { readBytes } from './attachments/read-bytes.ts';
export { readPicture } from './attachments/read-picture.ts';
export { unmarkedDocuments } from './attachments/sensitive-store.ts';
export { beginFromMessage } from './begin-from-message.ts';
export { beginThread } from './begin-thread.ts';
export { classifyText, clearCategory, type Heard, hear } from './classify/classify-text.ts';
export { topicOfText } from './classify/topic-of-text.ts';
export { closeQuiet } from './close-quiet.ts';
export { closeThread } from './close-thread.ts';
export { composeLetter } from './compose-letter.ts';
export type { ConversationRecord } from './conversation.ts';
export type { MadeWithMacros, SentTranslation, TranslatedReply } from './conversation-ports.ts';
export { maySee } from './conversation-rules.ts';
export {
  countOfCustomer,
  findConversation,
  findConversations,
  lockConversations,
  lockCustomer,
} from './conversation-store.ts';
export { customerLocale } from './customer-locale.ts';
export { afterAttempt } from './delivery-rules.ts';
export {
  conversationAssigned,
  conversationClosed,
  conversationQueued,
  conversationReopened,
  conversationStarted,
  conversationsMerged,
  conversationWentOn,
  fileMarkedSensitive,
  messagePosted,
  secretsRemoved,
} from './events.ts';
export { firstWords, firstWordsOf } from './first-words.ts';
export { giveToAssistant } from './give-to-assistant.ts';
export { agentTopics, customerTopic, portalTopic } from './hints.ts';
export { importThread } from './import-thread.ts';
export { inboundSink } from './inbound-sink.ts';
export { keptByBot } from './kept-by-bot-store.ts';
export { leaveToPeople } from './leave-to-people.ts';
export { letterLimit } from './letter-of-message.ts';
export { fitsLetter, letterMegabytes } from './letter-size-rules.ts';
export { noticeWords } from './letter-words.ts';
export {
  type CustomerWords,
  findMessage,
  lastReplies,
  listWithFiles,
  readBeginnings,
  readCustomerWords,
  readMessages,
  textsOfCustomers,
  textWithFile,
} from './message-store.ts';
export { moveThread } from './move-thread.ts';
export { noteInThread } from './note-in-thread.ts';
export { lapseOffer, offerConversation, takeFromOffline, tellExpectations } from './offer-conversation.ts';
export { proofOf } from './read-letter.ts';
export { replyInThread } from './reply-in-thread.ts';
export { sayInThreads } from './say-in-threads.ts';
export { sayOnce } from './say-once.ts';
export { translatedLine } from './say-translated.ts';
export { searchTokens } from './search-tokens.ts';
export { exposuresOf, isUrgent, toldOfUrgent } from './shield/exposure-of.ts';
export { keepOut } from './shield/keep-out.ts';
export { refuseSecrets } from './shield/refuse-secrets.ts';
export { sayMarks, warningWords } from './shield/shield-words.ts';
export { type PlaceInChat, reachesChat, readTo, tellInChat, tellInOpenChat } from './tell-in-chat.ts';
export { tellStatus } from './tell-status.ts';
export { isWarned, toPeople, warnInThread } from './warn-in-thread.ts';
export { withSources } from './with-sources.ts';
export {
  countLoads,
  hasOpenConversations,
  listOffered,
  listQueued,
  listUnanswered,
  listUntold,
  previousAssignee,
  type QueuedConversation,
} from './workload-store.ts';
export { writeAsCustomer } from './write-as-customer.ts';

const day = 24 * 3_600_000;
/** Nobody comes back to a draft of last month. */
const keptDrafts = 14 * day;

/** Threads of messages with customers: see README.md. Answers how to stop. */
export function conversationsModule(platform: Platform, ports: ConversationPorts): { stop(): void } {
  const { database, files, jobs, relay } = platform;
  const writer = createMessageWriter(platform, ports);
  const viewers = createViewerTable(platform);
  conversationRoutes(platform, writer);
  chatRoutes(platform, writer, ports);
  fileRoutes(platform);
  draftRoutes(platform);
  conversationFrames(platform, writer, viewers);
  deliverOutgoing(platform, ports);
  followUpByMail(platform);
  keepSensitive(platform);
  tellsStatus(platform);
  bindingRoutes(platform);
  privateLinkRoutes(platform);
  hidesMessages(platform);
  shieldRoutes(platform);

  relay.on(messagePosted, 'conversations.search', async (events) => {
    const texts = events.filter((event) => event.payload.kind !== 'system');
    const places = texts.map((event) => ({ conversationId: event.subjectId, seq: event.payload.seq }));
    if (places.length > 0) await database.writeOnce((tx) => indexMessages(tx, places));
  });

  relay.on(accountDisabled, 'conversations.requeue', async (events) => {
    for (const { subjectId } of events) {
      await database.write((tx) => requeueConversations(tx, platform, subjectId));
    }
  });

  jobs.every('conversations.sweep-deliveries', 60_000, () => sweepDeliveries(platform));
  jobs.every('conversations.sweep-drafts', 3_600_000, () =>
    database.write((tx) => deleteDraftsBefore(tx, new Date(tx.now.getTime() - keptDrafts))),
  );
  jobs.every('conversations.sweep-files', 600_000, async () => {
    const [uploads, unsent] = await database.write(async (tx) => {
      const before = new Date(tx.now.getTime() - day);
      return [await takeOldUploads(tx, before, 200), await takeUnsent(tx, before, 200)];
    });
    for (const id of unsent) {
      await files.remove(attachmentKey(id, 'original'));
      await files.remove(attachmentKey(id, 'preview'));
    }
    for (const id of uploads) {
      for await (const key of files.list(`uploads/${id}/`)) await files.remove(key);
    }
  });
  return viewers;
}
