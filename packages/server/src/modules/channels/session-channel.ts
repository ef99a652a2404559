import { attachmentTypes, type Channel, maximumMessageLength, newText } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { ChannelAdapter } from './port.ts';

/**
 * A channel of our own pages, whose clients fetch by `seq` what is stored and whose requests the customer's session proves: for the
 * adapters that speak such a channel.
 */
export const sessionChannel = (channel: Channel, { typing }: { typing: boolean }): ChannelAdapter => ({
  channel,
  capabilities: {
    push: false,
    attachments: attachmentTypes,
    maximumTextLength: maximumMessageLength,
    readStates: true,
    typing,
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
});

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}
