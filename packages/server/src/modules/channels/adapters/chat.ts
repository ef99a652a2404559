import { attachmentTypes, maximumMessageLength, newText } from '@fairlead/contract';
import { type ChannelAdapter, fail } from '../port.ts';

/**
 * The chat of our own widget. Its clients fetch by `seq` what is stored, so nothing is pushed and what is stored is sent.
 *
 * A chat request carries no signature over its body; what proves it is the customer's session, whose token is bound to one browser
 * and one inbox. The server checks that before it has a request at all. What is left to verify is that it did, and for this
 * inbox: a session of one inbox writes in no other.
 */
export const chatAdapter: ChannelAdapter = {
  channel: 'chat',
  capabilities: {
    push: false,
    attachments: attachmentTypes,
    maximumTextLength: maximumMessageLength,
    readStates: true,
    typing: true,
  },
  headers: [],
  verify({ session }, { inboxId }) {
    if (session?.inboxId !== inboxId) throw fail('identity.session_invalid');
  },
  decode({ body, session, receivedAt }) {
    if (!session) throw fail('identity.session_invalid');
    const message = newText.safeParse(parseJson(body));
    if (!message.success)
      throw fail('request.invalid', { field: message.error.issues[0]?.path.join('.') || 'body' });
    const { key, text, attachmentIds } = message.data;
    return [
      {
        // The client's key is unique for its customer only.
        externalId: `${session.customerId}:${key}`,
        sender: { address: session.customerId, name: null },
        threadKey: null,
        writtenAt: receivedAt,
        text,
        attachments: attachmentIds.map((externalId) => ({ externalId, name: null, type: null })),
      },
    ];
  },
};

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}
