import { decodeText } from './decode-text.ts';

/** A file within a `winmail.dat`. */
export interface TnefFile {
  readonly name: string;
  readonly content: Uint8Array;
}

const signature = 0x223e9f78;
const attachmentLevel = 2;
const attachStart = 0x9002;
const attachData = 0x800f;
const attachTitle = 0x8010;
const attachProperties = 0x9005;
const longFileName = 0x3707;

/**
 * The files in what Outlook sends as `winmail.dat` (MS-OXTNEF 2.1: a signature, a key, then attributes of level, id, length, data and
 * checksum). Damaged ones give what precedes the damage; what is no TNEF gives nothing. The letter's own text in it is left alone: it
 * is compressed RTF, and the letter carries it as text as well.
 */
export function readTnef(bytes: Uint8Array): TnefFile[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 6 || data.readUInt32LE(0) !== signature) return [];
  const files: { name: string; longName: string; content: Uint8Array | null }[] = [];
  let at = 6;
  while (at + 9 <= data.length && files.length < 250) {
    const level = data[at];
    const id = data.readUInt16LE(at + 1);
    const length = data.readUInt32LE(at + 5);
    const end = at + 9 + length;
    if (end > data.length) break;
    const value = data.subarray(at + 9, end);
    const file = files.at(-1);
    if (level === attachmentLevel) {
      if (id === attachStart) files.push({ name: '', longName: '', content: null });
      else if (file && id === attachTitle) file.name = textOf(value);
      else if (file && id === attachData) file.content = value;
      else if (file && id === attachProperties) file.longName = readLongName(value);
    }
    at = end + 2;
  }
  return files.flatMap(({ name, longName, content }) =>
    content ? [{ name: longName || name || 'attachment', content }] : [],
  );
}

/**
 * The long file name among MAPI properties. Properties before it are walked by their types' sizes; one of a type that we do not know
 * ends the walk.
 */
function readLongName(data: Buffer): string {
  if (data.length < 4) return '';
  const count = Math.min(data.readUInt32LE(0), 1000);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    // Named properties carry their name: sixteen bytes of a namespace, then a number or a counted string.
    if (id >= 0x8000) {
      if (at + 24 > data.length) return '';
      const kind = data.readUInt32LE(at + 16);
      at += kind === 0 ? 24 : 24 + padded(data.readUInt32LE(at + 20));
    }
    const fixed = fixedSizes.get(type);
    if (fixed !== undefined) {
      at += fixed;
      continue;
    }
    if (!countedTypes.has(type) || at + 8 > data.length) return '';
    const values = type & 0x1000 || countedTypes.has(type) ? data.readUInt32LE(at) : 1;
    at += 4;
    for (let value = 0; value < Math.min(values, 100) && at + 4 <= data.length; value++) {
      const length = data.readUInt32LE(at);
      const content = data.subarray(at + 4, at + 4 + length);
      if (id === longFileName)
        return type === 0x001f ? content.toString('utf16le').replace(/\0+$/, '') : textOf(content);
      at += 4 + padded(length);
    }
  }
  return '';
}

const fixedSizes = new Map([
  [0x0002, 4],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);
/** Strings, objects and bytes: a count, then length and value of each, filled up to four bytes. */
const countedTypes = new Set([0x000d, 0x001e, 0x001f, 0x0102]);
/** Not by bits: a length that an attacker chose would become negative, and lead back. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;
const textOf = (bytes: Buffer): string => decodeText(bytes, null).replace(/\0.*$/s, '');
