import type { Channel } from '@fairlead/contract';
import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import { errorAnswer } from '../../platform/http/error-answer.ts';
import type { LiveSocket } from '../../platform/live/socket.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { agentName } from '../people/index.ts';
import { accessForAgent, accessForCustomer } from './access-conversation.ts';
import { type CustomerAck, postAsCustomer, startAsCustomer } from './customer-post.ts';
import { agentTopics, customerTopic, portalTopic } from './hints.ts';
import { markReadByCustomer } from './mark-read.ts';
import type { MessageWriter } from './message-writer.ts';
import type { ViewerTable } from './viewer-table.ts';

/** What is said over sockets about conversations. */
export function conversationFrames(platform: Platform, writer: MessageWriter, viewers: ViewerTable): void {
  const { database, live, log } = platform;
  const channels = new Map<string, Channel>();

  live.onOpen(async (socket) => {
    const { caller } = socket;
    if (caller.type !== 'customer') return;
    socket.watch(customerTopic(caller.id));
    if ((await channelOf(caller.inboxId)) === 'portal') socket.watch(portalTopic(caller.id));
  });
  live.onClose((socket) => viewers.leave(socket));

  live.on('send', (socket, frame) =>
    answer(socket, frame.ref, (customer) =>
      postAsCustomer(platform, writer, customer, frame.conversationId, frame),
    ),
  );
  live.on('start', (socket, frame) =>
    answer(socket, frame.ref, (customer) => startAsCustomer(platform, writer, customer, frame)),
  );
  live.on('read', async (socket, frame) => {
    if (socket.caller.type !== 'customer') return;
    const { caller } = socket;
    await database.write((tx) => markReadByCustomer(tx, platform, caller, frame.conversationId, frame));
  });
  live.on('view', async (socket, frame) => {
    if (socket.caller.type !== 'agent') return;
    if (frame.conversationId === null) return viewers.leave(socket);
    const turn = viewers.turn(socket);
    const { id } = await accessForAgent(database.reader(), socket.caller, frame.conversationId);
    viewers.view(socket, id, frame.replying, turn);
  });
  live.on('typing', async (socket, frame) => {
    const { conversationId, on } = frame;
    if (socket.caller.type === 'customer') {
      const conversation = await accessForCustomer(database.reader(), socket.caller, conversationId);
      live.tell(agentTopics(conversation), { type: 'customer.typing', conversationId, on });
    } else {
      await tellCustomer(socket.caller, conversationId, on);
    }
  });

  /** An inbox stays on its channel, so that thousands who open a socket ask once. */
  async function channelOf(inboxId: string): Promise<Channel | undefined> {
    const known = channels.get(inboxId) ?? (await readInbox(database.reader(), inboxId))?.channel;
    if (known) channels.set(inboxId, known);
    return known;
  }

  async function tellCustomer(agent: AgentActor, conversationId: string, on: boolean) {
    const reader = database.reader();
    const conversation = await accessForAgent(reader, agent, conversationId);
    const name = await agentName(reader, agent.id);
    live.tell([customerTopic(conversation.customerId)], { type: 'agent.typing', conversationId, on, name });
  }

  /** Acknowledges after commit, or refuses with the reason; either way under the frame's own reference. */
  async function answer(
    socket: LiveSocket,
    ref: string,
    post: (customer: CustomerActor) => Promise<CustomerAck>,
  ) {
    if (socket.caller.type !== 'customer') return;
    try {
      socket.send({ t: 'ack', ref, ...(await post(socket.caller)) });
    } catch (error) {
      socket.send({ t: 'refused', ref, ...errorAnswer(error, log).body });
    }
  }
}
