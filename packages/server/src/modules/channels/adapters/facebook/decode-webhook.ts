import type { z } from 'zod';
import { fail, type InboundMessage, type StoredRequest } from '../../port.ts';
import { publicAddress } from './public-address.ts';
import { readAttachments } from './read-attachments.ts';
import {
  changeKind,
  type FeedChange,
  feedChange,
  type MessagingEvent,
  messagingEvent,
  webhookBody,
} from './webhook-schema.ts';

/**
 * The messages of a webhook request: what people wrote in Messenger, what they tapped, their comments under the page's posts, and the new
 * texts of these. One request may hold several entries and several of each. Passed over are echoes of what the page wrote, its own comments,
 * what was read, delivered, hidden or removed, and all that other kinds of objects send.
 */
export function decodeWebhook({ body }: StoredRequest): InboundMessage[] {
  const { object, entry } = parse(webhookBody, readJson(body));
  if (object !== 'page') return [];
  return distinct(
    entry.flatMap(({ id, time, messaging, changes }) => [
      ...(messaging ?? []).flatMap((it) => messageOf(parse(messagingEvent, it), id)),
      ...(changes ?? []).flatMap((it) => commentOf(it, id, time)),
    ]),
  );
}

function messageOf(event: MessagingEvent, page: string): InboundMessage[] {
  const { sender, timestamp, message, message_edit: edit, postback } = event;
  if (!sender || sender.id === page) return [];
  const known = {
    sender: { address: sender.id, name: null },
    threadKey: null,
    writtenAt: dateOf(timestamp, 1),
  };
  if (postback) {
    const text = postback.title || postback.payload || '';
    // Old versions of the API gave a tap no id; who tapped, and when, is the platform's own, and names it as well.
    const externalId = postback.mid ?? `postback:${sender.id}:${timestamp ?? ''}:${postback.payload ?? ''}`;
    return text === '' ? [] : [{ ...known, externalId, text, attachments: [] }];
  }
  if (edit) {
    const { mid, text, num_edit: count } = edit;
    const externalId = `edit:${mid}:${count ?? timestamp ?? ''}`;
    return text ? [{ ...known, externalId, changes: mid, text, attachments: [] }] : [];
  }
  if (!message || message.is_echo || message.is_deleted) return [];
  const { words, attachments } = readAttachments(message.attachments ?? []);
  const written = message.text || message.quick_reply?.payload || '';
  // A shared link stands in the text already.
  const text = [written, ...words.filter((it) => !written.includes(it))].filter(Boolean).join('\n');
  if (text === '' && attachments.length === 0) return [];
  return [{ ...known, externalId: message.mid, text, attachments }];
}

const told = new Set<unknown>(['add', 'edit', 'edited']);

function commentOf(change: unknown, page: string, time: string | null | undefined): InboundMessage[] {
  const { field, value: kind } = parse(changeKind, change);
  if (field !== 'feed' || kind?.item !== 'comment' || !told.has(kind.verb)) return [];
  const { value }: FeedChange = parse(feedChange, change);
  const author = value.from?.id ?? value.sender_id;
  if (author === page) return [];
  const { attachments } = readAttachments([
    ...(value.photo ? [{ type: 'image', payload: { url: value.photo } }] : []),
    ...(value.video ? [{ type: 'video', payload: { url: value.video } }] : []),
  ]);
  const text = value.message ?? '';
  if (text === '' && attachments.length === 0) return [];
  const isReply = value.parent_id && value.parent_id !== value.post_id;
  const id = value.comment_id;
  // When it was changed Facebook does not say; the same text once more is no change, however often it is told.
  const named =
    value.verb === 'add'
      ? { externalId: id, writtenAt: dateOf(value.created_time, 1000) }
      : { externalId: `edit:${id}:${time ?? ''}`, changes: id, writtenAt: null };
  return [
    {
      ...named,
      // Facebook keeps the author from apps that may not know them: then each comment is somebody else's.
      sender: { address: publicAddress(author ?? id), name: value.from?.name || null },
      threadKey: isReply && value.parent_id ? value.parent_id : id,
      text,
      attachments,
    },
  ];
}

/** Milliseconds in Messenger's events, seconds in those of the feed. What is no time is none. */
function dateOf(time: number | null | undefined, unit: number): Date | null {
  if (typeof time !== 'number') return null;
  const date = new Date(time * unit);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** An id names one message, even where one request brings it twice. */
function distinct(messages: readonly InboundMessage[]): InboundMessage[] {
  return [...new Map(messages.map((message) => [message.externalId, message])).values()];
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw fail('request.invalid', { field: parsed.error.issues[0]?.path.join('.') || 'body' });
  return parsed.data;
}
