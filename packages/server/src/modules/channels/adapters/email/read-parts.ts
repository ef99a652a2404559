import { decodeTransfer } from './decode-transfer.ts';
import { letterLimits } from './letter-limits.ts';
import { type Header, headerValue, readHeaders } from './read-headers.ts';
import { readStructured } from './read-parameters.ts';

/** A node of a letter's MIME tree. */
export interface Part {
  readonly headers: readonly Header[];
  /** Lower case, `text/plain` where none or nonsense is named. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly disposition: string;
  readonly dispositionParameters: ReadonlyMap<string, string>;
  /** As it stands in the letter, still encoded; for multiparts what precedes the first part. */
  readonly body: Buffer;
  readonly encoding: string;
  /** The parts of a multipart, or the one letter within a `message/rfc822`. */
  readonly children: readonly Part[];
}

/** The tree, and which limit it met. */
export interface PartTree {
  readonly root: Part;
  readonly cut: ReadonlySet<'headers' | 'parts' | 'depth'>;
}

interface Reading {
  parts: number;
  readonly cut: Set<'headers' | 'parts' | 'depth'>;
}

/** The MIME tree of a letter, whatever is given. Never throws; beyond the limits parts are leaves or left out. */
export function readParts(bytes: Uint8Array): PartTree {
  const reading: Reading = { parts: 0, cut: new Set() };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { root: readPart(buffer, reading, 0, 'text/plain'), cut: reading.cut };
}

/** What a part holds, its transfer encoding undone. */
export const partContent = (part: Part): Uint8Array => decodeTransfer(part.body, part.encoding);

function readPart(bytes: Buffer, reading: Reading, depth: number, usualType: string): Part {
  const block = readHeaders(bytes);
  if (block.cut) reading.cut.add('headers');
  const { value, parameters } = readStructured(headerValue(block.headers, 'content-type'));
  const disposition = readStructured(headerValue(block.headers, 'content-disposition'));
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value)
    ? value
    : value.startsWith('text')
      ? 'text/plain'
      : usualType;
  const encoding = readStructured(headerValue(block.headers, 'content-transfer-encoding')).value;
  const body = bytes.subarray(block.bodyStart);
  const part: Part = {
    headers: block.headers,
    type,
    parameters,
    disposition: disposition.value,
    dispositionParameters: disposition.parameters,
    body,
    encoding,
    children: [],
  };
  const holds = type.startsWith('multipart/') || isLetter(type);
  if (!holds) {
    reading.parts++;
    return part;
  }
  if (depth >= letterLimits.depth) {
    reading.cut.add('depth');
    reading.parts++;
    return { ...part, type: 'application/octet-stream' };
  }
  if (isLetter(type)) {
    const content = Buffer.from(partContent(part));
    reading.parts++;
    return { ...part, children: [readPart(content, reading, depth + 1, 'text/plain')] };
  }
  return readMultipart(part, reading, depth);
}

/** Types whose body is a letter. `message/global` is the one with UTF-8 headers (RFC 6532). */
export const isLetter = (type: string): boolean => type === 'message/rfc822' || type === 'message/global';

function readMultipart(part: Part, reading: Reading, depth: number): Part {
  const boundary = part.parameters.get('boundary') ?? '';
  // Some encode the multipart as a whole, which RFC 2045 forbids.
  const body = part.encoding === 'base64' ? Buffer.from(partContent(part)) : part.body;
  const sections = boundary === '' ? null : splitAtBoundary(body, boundary);
  if (!sections) {
    reading.parts++;
    return { ...part, type: 'text/plain', parameters: new Map() };
  }
  const usualType = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: Part[] = [];
  for (const section of sections.parts) {
    if (reading.parts >= letterLimits.parts) {
      reading.cut.add('parts');
      break;
    }
    children.push(readPart(section, reading, depth + 1, usualType));
  }
  return { ...part, body: sections.preamble, encoding: '', children };
}

/** The sections between boundary lines (RFC 2046 section 5.1); null where no such line is. The last may lack its end. */
function splitAtBoundary(body: Buffer, boundary: string): { preamble: Buffer; parts: Buffer[] } | null {
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const parts: Buffer[] = [];
  let preamble: Buffer | null = null;
  let start = 0;
  let at = body.indexOf(mark);
  for (; at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = boundaryLine(body, at, mark.length);
    if (!line) continue;
    const section = body.subarray(start, contentEnd(body, start, at));
    if (preamble === null) preamble = section;
    else parts.push(section);
    start = line.end;
    if (line.closes) return { preamble, parts };
    // More sections than parts may be read need not be looked for.
    if (parts.length > letterLimits.parts) return { preamble, parts };
  }
  if (preamble === null) return null;
  if (start < body.length) parts.push(body.subarray(start));
  return { preamble, parts };
}

/** Whether a boundary stands alone on its line, and whether it is the last; null where it only looks like one. */
function boundaryLine(body: Buffer, at: number, length: number): { end: number; closes: boolean } | null {
  if (at > 0 && body[at - 1] !== 0x0a && body[at - 1] !== 0x0d) return null;
  let end = at + length;
  const closes = body[end] === 0x2d && body[end + 1] === 0x2d;
  if (closes) end += 2;
  const bound = Math.min(body.length, end + 200);
  while (end < bound && (body[end] === 0x20 || body[end] === 0x09)) end++;
  if (end === body.length) return { end, closes };
  if (body[end] === 0x0a) return { end: end + 1, closes };
  if (body[end] === 0x0d) return { end: body[end + 1] === 0x0a ? end + 2 : end + 1, closes };
  return closes ? { end, closes } : null;
}

/** The line break before a boundary belongs to the boundary. */
function contentEnd(body: Buffer, start: number, at: number): number {
  if (at - 1 >= start && body[at - 1] === 0x0a)
    return at - 2 >= start && body[at - 2] === 0x0d ? at - 2 : at - 1;
  return at - 1 >= start && body[at - 1] === 0x0d ? at - 1 : at;
}
