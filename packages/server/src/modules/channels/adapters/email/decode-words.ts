import { decoderName, decodeText } from './decode-text.ts';
import { decodeQuotedPrintable } from './decode-transfer.ts';

const word = /=\?([^?\s]{1,80})\?([bq])\?([^?]*)\?=/gi;

/**
 * A header's text with its encoded words (RFC 2047) decoded. Words that follow each other in one character set are decoded
 * together, since many mailers cut within a character. What is no encoded word stays as it stands.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let result = '';
  let end = 0;
  let pending: { charset: string; bytes: Uint8Array[] } | null = null;
  const flush = () => {
    if (pending) result += decodeText(Buffer.concat(pending.bytes), pending.charset);
    pending = null;
  };
  for (const match of value.matchAll(word)) {
    const between = value.slice(end, match.index);
    const charset = (match[1] ?? '').split('*')[0] ?? '';
    const bytes = wordBytes(match[2] ?? '', match[3] ?? '');
    end = match.index + match[0].length;
    // White space between two encoded words is not part of the text.
    if (pending && between.trim() === '' && pending.charset === charset) pending.bytes.push(bytes);
    else {
      const follows = pending !== null && between.trim() === '';
      flush();
      if (!follows) result += between;
      pending = { charset, bytes: [bytes] };
    }
  }
  flush();
  return result + value.slice(end);
}

/** The character set that the first encoded word names, as a hint for bytes that name none; null where there is none. */
export function charsetOfWords(value: string): string | null {
  const charset = /=\?([^?*\s]{1,80})(?:\*[^?\s]{0,20})?\?[bq]\?/i.exec(value)?.[1] ?? null;
  return decoderName(charset);
}

function wordBytes(encoding: string, text: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  return decodeQuotedPrintable(Buffer.from(text.replaceAll('_', '=20'), 'latin1'));
}
