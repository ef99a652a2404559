import { decodeText } from './decode-text.ts';
import { readHeaders } from './read-headers.ts';
import { isLetter, type Part, partContent, readParts } from './read-parts.ts';

/**
 * A letter as it came, with `replace` done to the texts in it: all parts `text/...`, also those of letters within. Whatever it does not
 * change stays as it is, byte for byte. A text in which it cannot be done where it stands, since its character set writes it otherwise,
 * is left out, and of what is encoded twice the whole body. `replace` must answer the same text where there is nothing to do.
 */
export function replaceInSource(source: Uint8Array, replace: (text: string) => string): Buffer {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const cuts = cutsIn(readParts(bytes).root, bytes, replace);
  if (cuts.includes(outOfReach)) return bytes.subarray(0, readHeaders(bytes).bodyStart);
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { start, end, instead } of cuts) {
    pieces.push(bytes.subarray(from, start), instead);
    from = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly instead: Buffer;
}

/** Of a multipart that was encoded as a whole, which RFC 2045 forbids: its parts do not stand in the letter as they are. */
const outOfReach: Cut = { start: 0, end: 0, instead: Buffer.alloc(0) };

/** What is to be put elsewhere in the bytes, from the front to the back. */
function cutsIn(part: Part, bytes: Buffer, replace: (text: string) => string): Cut[] {
  const start = part.body.byteOffset - bytes.byteOffset;
  const within = part.body.buffer === bytes.buffer && start >= 0 && start + part.body.length <= bytes.length;
  if (part.type.startsWith('multipart/')) return part.children.flatMap((it) => cutsIn(it, bytes, replace));
  const before = Buffer.from(partContent(part));
  const after = isLetter(part.type) ? replaceInSource(before, replace) : inText(part, before, replace);
  if (after.equals(before)) return [];
  if (!within) return [outOfReach];
  return [{ start, end: start + part.body.length, instead: encoded(after, part.encoding) }];
}

function inText(part: Part, bytes: Buffer, replace: (text: string) => string): Buffer {
  if (!part.type.startsWith('text/')) return bytes;
  const read = (content: Uint8Array) => decodeText(content, part.parameters.get('charset') ?? null);
  const text = read(bytes);
  const replaced = replace(text);
  if (replaced === text) return bytes;
  const inUnicode = Buffer.from(replaced, 'utf8');
  return read(inUnicode) === replaced ? inUnicode : Buffer.alloc(0);
}

/** As the part's header says that it is: base64 in lines of 76 characters, or what quoted-printable may write. */
function encoded(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64')
    return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'), 'latin1');
  if (encoding !== 'quoted-printable') return bytes;
  const lines = bytes.toString('latin1').split(/\r?\n/).map(quoted);
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** A line in quoted-printable (RFC 2045 section 6.7), of at most 76 characters and soft breaks. */
function quoted(line: string): string {
  const written = line.replace(
    /[^\t\x20-\x3c\x3e-\x7e]|[\t ]$/g,
    (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const rows = [''];
  for (const [sign] of written.matchAll(/=[0-9A-F]{2}|[^]/g)) {
    if ((rows.at(-1)?.length ?? 0) + sign.length > 75) rows.push('');
    rows.push(`${rows.pop()}${sign}`);
  }
  return rows.join('=\r\n');
}
