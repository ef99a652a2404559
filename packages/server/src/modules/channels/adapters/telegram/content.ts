import type { InboundAttachment } from '../../port.ts';
import type { Content } from './update.ts';

/** What a message says in words: its text or caption, and what it shows beside files. Empty where that is nothing. */
export function textOf(content: Content): string {
  const { text, entities, caption, caption_entities: captionEntities } = content;
  const words =
    text === undefined ? withLinks(caption ?? '', captionEntities ?? []) : withLinks(text, entities ?? []);
  return [words, shown(content)].filter((it) => it.trim() !== '').join('\n');
}

/** The files of a message: of a picture the largest size. */
export function filesOf(content: Content): InboundAttachment[] {
  const { photo, document, audio, voice, video, video_note: round, animation } = content;
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  const files = [
    ...(largest ? [{ externalId: largest.file_id, name: null, type: 'image/jpeg' }] : []),
    // An animation is also a document, for programs that do not know it.
    ...[animation ?? document, audio, video, voice, round].flatMap((file) =>
      file ? [{ externalId: file.file_id, name: file.file_name ?? null, type: file.mime_type ?? null }] : [],
    ),
  ];
  return files;
}

function shown({ sticker, dice, contact, location, venue, poll }: Content): string {
  if (sticker) return sticker.emoji ?? '🙂';
  if (dice) return `${dice.emoji} ${dice.value}`;
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    return `👤 ${name}, ${contact.phone_number}`;
  }
  // Its place is told once more beside it.
  if (venue) return `📍 ${venue.title}, ${venue.address} (${coordinates(venue.location)})`;
  if (location) return `📍 ${coordinates(location)}`;
  if (poll) return `📊 ${poll.question}`;
  return '';
}

const coordinates = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/**
 * The text with the address that stands behind a link after its words: plain text says where it leads. All other formatting is left
 * out. Offsets are UTF-16 units, as JavaScript counts.
 */
function withLinks(text: string, entities: NonNullable<Content['entities']>): string {
  const links = entities
    .filter((it) => it.type === 'text_link' && it.url !== undefined)
    .toSorted((a, b) => b.offset - a.offset);
  return links.reduce((said, { offset, length, url = '' }) => {
    const end = offset + length;
    return said.slice(offset, end) === url ? said : `${said.slice(0, end)} (${url})${said.slice(end)}`;
  }, text);
}
