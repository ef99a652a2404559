import { endpoints } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { leaveAddress } from '../people/index.ts';
import { accessForCustomer } from './access-conversation.ts';
import { beginChat } from './begin-chat.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { listChats } from './conversation-store.ts';
import { postAsCustomer, startAsCustomer } from './customer-post.ts';
import { agentTopics } from './hints.ts';
import { inOrder } from './in-order.ts';
import { markReadByCustomer } from './mark-read.ts';
import { readMessages } from './message-store.ts';
import type { MessageWriter } from './message-writer.ts';
import { presentOne } from './present-one.ts';
import { loadPresenter } from './presenter.ts';
import { waitForNews } from './wait-for-news.ts';

/** The customer's side of a conversation, over plain HTTP. */
export function chatRoutes(
  platform: Platform,
  writer: MessageWriter,
  ports: Pick<ConversationPorts, 'expectsNews'>,
): void {
  const { database, http, keys, live } = platform;
  const { chat } = endpoints;

  http.route(chat.begin, ({ body }) => beginChat(platform, ports, body));
  http.route(chat.list, async ({ caller }) => {
    const reader = database.reader();
    const records = await listChats(reader, caller.id);
    const presenter = await loadPresenter(reader, keys, records, []);
    return { items: records.map((record) => presenter.present(record, []).customerConversation) };
  });
  http.route(chat.start, ({ caller, body }) => startAsCustomer(platform, writer, caller, body));
  http.route(chat.post, ({ caller, params, body }) =>
    postAsCustomer(platform, writer, caller, params.id, body),
  );
  http.route(chat.postInOrder, async ({ caller, body: { items, locale } }) => ({
    items: await inOrder(items, ({ conversationId, ...input }) =>
      conversationId === null
        ? startAsCustomer(platform, writer, caller, { ...input, locale })
        : postAsCustomer(platform, writer, caller, conversationId, input),
    ),
  }));
  http.route(chat.messages, async ({ caller, params, query, request }) => {
    if (query.wait === 0) return readStretch(platform, caller, params.id, query);
    // Heard from before the look: what comes between the look and the wait must not be missed.
    const wait = waitForNews(platform, caller, params.id, query.wait, request.raw);
    try {
      for (;;) {
        const stretch = await readStretch(platform, caller, params.id, query);
        if (isNews(stretch, query) || wait.over()) return stretch;
        await wait.next();
      }
    } finally {
      wait.stop();
    }
  });
  http.route(chat.read, async ({ caller, params, body }) => {
    const changed = await database.write((tx) => markReadByCustomer(tx, platform, caller, params.id, body));
    return changed.customerConversation;
  });
  http.route(chat.typing, async ({ caller, params, body }) => {
    const conversation = await accessForCustomer(database.reader(), caller, params.id);
    live.tell(agentTopics(conversation), {
      type: 'customer.typing',
      conversationId: conversation.id,
      on: body.on,
    });
  });
  http.route(chat.leaveAddress, async ({ caller, body }) => ({
    email: await database.write((tx) => leaveAddress(tx, caller.id, body.email)),
  }));
}

interface Wish {
  after?: number | undefined;
  before?: number | undefined;
  version?: number | undefined;
  limit: number;
}

async function readStretch(platform: Platform, actor: CustomerActor, id: string, wish: Wish) {
  const reader = platform.database.reader();
  const record = await accessForCustomer(reader, actor, id);
  const messages = await readMessages(reader, id, wish, 'public');
  const view = await presentOne(reader, platform.keys, record, messages);
  return { items: [...view.customerMessages], conversation: view.customerConversation };
}

function isNews(stretch: Awaited<ReturnType<typeof readStretch>>, wish: Wish): boolean {
  return stretch.items.length > 0 || stretch.conversation.version > (wish.version ?? 0);
}
