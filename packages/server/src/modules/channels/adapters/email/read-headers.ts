import { decodeText } from './decode-text.ts';
import { charsetOfWords } from './decode-words.ts';
import { letterLimits } from './letter-limits.ts';

/** A header as it came: unfolded, encoded words not decoded. Without NUL, which has no place there (RFC 5322 section 2.2) and none in a database. */
export interface Header {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

/** A block of headers and where the body starts. */
export interface HeaderBlock {
  readonly headers: readonly Header[];
  readonly bodyStart: number;
  /** There was more than the limits let us read. */
  readonly cut: boolean;
}

const field = /^([!-9;-~]{1,200})[ \t]*:/;

/**
 * The headers at the start of a letter or part. They end at an empty line, or where two lines in a row are no headers; a text that
 * starts with no header is all body. A single line between headers that is none is passed over.
 */
export function readHeaders(bytes: Buffer): HeaderBlock {
  const { end, bodyStart, cut } = findEnd(bytes);
  const lines = decodeText(bytes.subarray(0, end), null, hintIn(bytes.subarray(0, end)))
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r/);
  const headers: { name: string; values: string[] }[] = [];
  for (const line of lines) {
    const name = field.exec(line);
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) last.values.push(line.trim());
    else if (name && headers.length < letterLimits.headers)
      headers.push({ name: (name[1] ?? '').toLowerCase(), values: [line.slice(name[0].length).trim()] });
  }
  return {
    headers: headers.map(({ name, values }) => ({
      name,
      value: values.join(' ').slice(0, letterLimits.headerLength),
    })),
    bodyStart,
    cut,
  };
}

/** The value of the first header of that name, trimmed; null where there is none. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  return headers.find((it) => it.name === name)?.value.trim() ?? null;
}

function findEnd(bytes: Buffer): { end: number; bodyStart: number; cut: boolean } {
  let start = 0;
  let seen = false;
  // Mailboxes put a line before each letter that is no header.
  if (bytes.subarray(0, 6).toString('latin1').startsWith('From ')) start = lineEnd(bytes, 0);
  while (start < bytes.length) {
    if (start > letterLimits.headerBytes) {
      const empty = emptyLine(bytes, start);
      return { end: start, bodyStart: empty, cut: true };
    }
    const next = lineEnd(bytes, start);
    const line = lineAt(bytes, start, next);
    if (line.trim() === '' && !isObsoleteFold(bytes, line, next))
      return { end: start, bodyStart: next, cut: false };
    const isHeader = field.test(line) || (seen && /^[ \t]/.test(line));
    if (isHeader) seen = true;
    else if (!(seen && field.test(lineAt(bytes, next, lineEnd(bytes, next)))))
      return { end: start, bodyStart: seen ? start : 0, cut: false };
    start = next;
  }
  return { end: bytes.length, bodyStart: bytes.length, cut: false };
}

/** Folds may hold lines of nothing but white space (RFC 5322 section 4.2); as an end of headers only if no fold follows. */
function isObsoleteFold(bytes: Buffer, line: string, next: number): boolean {
  return /^[ \t]/.test(line) && /^[ \t]+\S/.test(lineAt(bytes, next, lineEnd(bytes, next)));
}

/** Where the line after this one starts. A carriage return alone ends a line as well. */
function lineEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === 0x0a) return at + 1;
    if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  }
  return bytes.length;
}

const lineAt = (bytes: Buffer, start: number, end: number): string =>
  bytes.toString('latin1', start, Math.min(end, start + 300));

function emptyLine(bytes: Buffer, from: number): number {
  const found = [bytes.indexOf('\n\n', from), bytes.indexOf('\n\r\n', from)].filter((at) => at >= 0);
  if (found.length === 0) return bytes.length;
  return lineEnd(bytes, Math.min(...found) + 1);
}

/** Headers of bytes above ASCII are in the character set that the letter names elsewhere in its headers, if any. */
function hintIn(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  return charsetOfWords(text) ?? /charset="?([\w.:-]{2,40})/i.exec(text)?.[1] ?? null;
}
