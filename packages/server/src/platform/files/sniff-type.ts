import { Buffer } from 'node:buffer';
import { type Attachment, attachmentTypes } from '@fairlead/contract';

export type AttachmentType = Exclude<Attachment['type'], 'application/octet-stream'>;

/** What file-type tells apart further than we do. */
const aliases: Record<string, AttachmentType> = { 'image/apng': 'image/png', 'video/x-m4v': 'video/mp4' };

/**
 * The type of a file by its bytes alone, or null when it is none that may be sent. Null also for what begins like markup or a
 * script, or ends as an archive, whatever else it claims to be: such files are made to be taken for something they are not.
 */
export async function sniffType(bytes: Uint8Array): Promise<AttachmentType | null> {
  if (beginsAsText(bytes) || endsAsArchive(bytes)) return null;
  const found = await typeOf(bytes);
  const type = found && (aliases[found.mime] ?? found.mime);
  return attachmentTypes.find((allowed) => allowed === type) ?? null;
}

const packed = [
  'application/zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
const written = { '.csv': 'text/csv', '.txt': 'text/plain' } as const;

/**
 * The type of a file that people save and no page shows: an archive, a spreadsheet, or text in UTF-8 that is called `.csv` or `.txt`; null
 * for all else, and for what begins like markup or a script.
 */
export async function sniffDocument(
  bytes: Uint8Array,
  name: string,
): Promise<(typeof packed)[number] | (typeof written)[keyof typeof written] | null> {
  if (beginsAsText(bytes)) return null;
  const found = await typeOf(bytes);
  if (found) return packed.find((it) => it === found.mime) ?? null;
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0];
  const type = ending === '.csv' || ending === '.txt' ? written[ending] : null;
  return type && isText(bytes) ? type : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/(?![\t\n\f\r])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

async function typeOf(bytes: Uint8Array): Promise<{ mime: string } | undefined> {
  // With the first file: to read it takes longer than to look at any.
  const { fileTypeFromBuffer } = await import('file-type');
  return fileTypeFromBuffer(bytes).catch(() => undefined);
}

/** An MP4 begins with a length that an attacker chooses, and `<!--` or `#!` is one: a browser or a shell may look there. */
function beginsAsText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  return /^(\xef\xbb\xbf|\xfe\xff|\xff\xfe)?[\0\t\n\f\r ]*(<|#!)/.test(start);
}

/** ZIP archives, and programs packed as such, are read from the end: one may follow a PDF or a video. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const record = 22;
  const longestComment = 0xffff;
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - record - longestComment)));
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; ) {
    if (at + record <= tail.length && at + record + tail.readUInt16LE(at + 20) === tail.length) return true;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}
