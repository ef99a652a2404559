import type { InboundMessage } from '../../port.ts';
import type { MessagingEvent } from './webhook-schema.ts';

type Given = NonNullable<NonNullable<MessagingEvent['message']>['attachments']>[number];

/** The three sizes of the thumb that Messenger's own button sends. */
const thumbs = new Set(['369239263222822', '369239343222814', '369239383222810']);

/** What can be fetched; other kinds (templates, shared posts) have words at most. */
const files = new Set(['image', 'video', 'audio', 'file']);

/**
 * What came with a message: files, by the address from which they can be fetched, and words for what is no file: a place, a shared
 * link, a thumb.
 */
export function readAttachments(given: readonly Given[]): {
  words: string[];
  attachments: InboundMessage['attachments'];
} {
  const words = given.map(wordsOf).filter((it) => it !== '');
  const addresses = given.filter((it) => files.has(it.type) && wordsOf(it) === '');
  return {
    words,
    attachments: addresses.flatMap(({ type, payload }) =>
      payload?.url ? [{ externalId: payload.url, name: nameOf(type, payload.url), type: typeOf(type) }] : [],
    ),
  };
}

function wordsOf({ type, title, url, payload }: Given): string {
  if (payload?.sticker_id && thumbs.has(payload.sticker_id)) return '👍';
  if (type === 'location' && payload?.coordinates) {
    const { lat, long } = payload.coordinates;
    return `📍 ${lat}, ${long}`;
  }
  if (type !== 'fallback') return '';
  return payload?.url ?? url ?? payload?.title ?? title ?? '';
}

/** As much as Facebook says of it. */
const typeOf = (kind: string): string | null => (kind === 'file' ? null : `${kind}/*`);

/** A file's name stands in its address; pictures and sounds have none that somebody gave them. */
function nameOf(type: string, address: string): string | null {
  if (type !== 'file' || !URL.canParse(address)) return null;
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).slice(0, 200) || null;
  } catch {
    return last.slice(0, 200) || null;
  }
}
