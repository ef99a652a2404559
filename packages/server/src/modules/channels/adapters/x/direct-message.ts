import type { InboundMessage } from '../../port.ts';
import { filesOf, plainText } from './post-text.ts';
import { dateOf, withContent } from './read-payload.ts';
import type { DirectMessage } from './webhook-schema.ts';

/** A direct message as webhooks tell of it; nothing where the account wrote it, or it is no message. */
export function messageOf(
  { type, id, created_timestamp, message_create: created }: DirectMessage,
  own: string,
  nameOf: (id: string) => string | null,
): InboundMessage[] {
  if (type !== 'message_create' || !created || created.sender_id === own) return [];
  const { text, entities, attachment, quick_reply_response: tapped } = created.message_data;
  const media = attachment?.media ? [attachment.media] : [];
  const written = plainText(
    text || tapped?.metadata || '',
    entities?.urls ?? [],
    media.map(({ url }) => url),
  );
  return withContent({
    externalId: id,
    sender: { address: created.sender_id, name: nameOf(created.sender_id) },
    threadKey: null,
    writtenAt: dateOf(created_timestamp),
    text: written,
    attachments: filesOf(media),
  });
}
