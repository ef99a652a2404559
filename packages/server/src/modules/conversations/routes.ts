import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { viewConsents } from '../channels/index.ts';
import { accessForAgent, scopeOf } from './access-conversation.ts';
import { postAsAgent } from './agent-post.ts';
import { assignConversation } from './assign-conversation.ts';
import { closeConversation } from './close-conversation.ts';
import { draftLetter } from './draft-letter.ts';
import { goPrivate } from './go-private.ts';
import { inOrder } from './in-order.ts';
import { countInbox } from './inbox-store.ts';
import { listConversations } from './list-conversations.ts';
import { letterPictures } from './load-letter-picture.ts';
import { markReadByAgent } from './mark-read.ts';
import { readMessages } from './message-store.ts';
import type { MessageWriter } from './message-writer.ts';
import { letterSourceRoute, openLetterSource } from './open-letter-source.ts';
import { presentOne } from './present-one.ts';
import { readLetter } from './read-letter.ts';
import { readPlatformPlace } from './read-platform-place.ts';
import { releaseConversation } from './release-conversation.ts';
import { reopenConversation } from './reopen-conversation.ts';
import { retryMessage } from './retry-message.ts';
import { takeConversation } from './take-conversation.ts';
import { transferConversation } from './transfer-conversation.ts';

/** What agents do with conversations. */
export function conversationRoutes(platform: Platform, writer: MessageWriter): void {
  const { database, http, keys } = platform;
  const { conversations } = endpoints;

  http.route(conversations.list, ({ caller, query }) =>
    listConversations(database.reader(), platform, caller, query),
  );
  http.route(conversations.counts, async ({ caller }) => {
    const reader = database.reader();
    return countInbox(reader, await scopeOf(reader, caller));
  });
  http.route(conversations.get, async ({ caller, params }) => {
    const reader = database.reader();
    const record = await accessForAgent(reader, caller, params.id);
    return (await presentOne(reader, keys, record)).conversation;
  });
  http.route(conversations.messages, async ({ caller, params, query }) => {
    const reader = database.reader();
    const record = await accessForAgent(reader, caller, params.id);
    const messages = await readMessages(reader, record.id, query, 'everything');
    const view = await presentOne(reader, keys, record, messages);
    return { items: [...view.messages], conversation: view.conversation };
  });
  http.route(conversations.draftLetter, async ({ caller, params }) => ({
    draft: await draftLetter(database.reader(), keys, caller, params.id),
  }));
  http.route(conversations.platformPlace, async ({ caller, params }) => ({
    place: await readPlatformPlace(platform, caller, params.id),
  }));
  http.route(conversations.noticeConsents, async ({ caller, params }) => {
    const reader = database.reader();
    return { items: await viewConsents(reader, await accessForAgent(reader, caller, params.id)) };
  });
  http.route(conversations.goPrivate, ({ caller, params, body }) =>
    database.write(async (tx) => ({
      place: await goPrivate(tx, platform, caller, params.id, body.private),
    })),
  );
  http.route(conversations.readLetter, ({ caller, params }) => readLetter(database.reader(), caller, params));
  const loadPicture = letterPictures(platform);
  http.route(conversations.loadLetterPicture, ({ caller, params }) => loadPicture(caller, params));
  http.route(conversations.openLetterSource, ({ caller, params, body }) =>
    database.write((tx) => openLetterSource(tx, platform, caller, params, body.reason)),
  );
  letterSourceRoute(platform);
  http.route(conversations.post, ({ caller, params, body }) =>
    postAsAgent(platform, writer, caller, params.id, body),
  );
  http.route(conversations.postInOrder, async ({ caller, params, body }) => ({
    items: await inOrder(body.items, (item) => postAsAgent(platform, writer, caller, params.id, item)),
  }));
  http.route(conversations.take, async ({ caller, params }) => {
    const { conversation } = await database.write((tx) => takeConversation(tx, platform, caller, params.id));
    return conversation;
  });
  http.route(conversations.assign, async ({ caller, params, body }) => {
    const { conversation } = await database.write((tx) =>
      assignConversation(tx, platform, caller, params.id, body.agentId),
    );
    return conversation;
  });
  http.route(conversations.transfer, async ({ caller, params, body }) => {
    const { conversation } = await database.write((tx) =>
      transferConversation(tx, platform, caller, params.id, body),
    );
    return conversation;
  });
  http.route(conversations.release, async ({ caller, params }) => {
    const { conversation } = await database.write((tx) =>
      releaseConversation(tx, platform, caller, params.id),
    );
    return conversation;
  });
  http.route(conversations.close, async ({ caller, params, body }) => {
    const { conversation } = await database.write((tx) =>
      closeConversation(tx, platform, caller, params.id, body.reason),
    );
    return conversation;
  });
  http.route(conversations.reopen, async ({ caller, params }) => {
    const { conversation } = await database.write((tx) =>
      reopenConversation(tx, platform, caller, params.id),
    );
    return conversation;
  });
  http.route(conversations.read, async ({ caller, params, body }) => {
    const { conversation } = await database.write((tx) =>
      markReadByAgent(tx, platform, caller, params.id, body.seq),
    );
    return conversation;
  });
  http.route(conversations.retry, ({ caller, params }) =>
    database.write((tx) => retryMessage(tx, platform, caller, params.id, params.messageId)),
  );
}
