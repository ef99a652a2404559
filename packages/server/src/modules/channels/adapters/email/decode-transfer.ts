/** Undoes a Content-Transfer-Encoding. Damaged and unknown encodings give what can be read; never throws. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return decodeBase64(bytes);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return bytes;
}

/** Base64 with whatever else stands between passed over, and parts that were encoded alone and put together (`YQ==YQ==`). */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = text.indexOf('=');
  // Looked for once, from the first end on: a letter may consist of nothing but ends.
  if (end < 0 || !/[A-Za-z0-9+/]/.test(text.slice(end))) return Buffer.from(text, 'base64');
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

/** RFC 2045 section 6.7, and what is not encoded as it should be stays as it stands. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a || byte === 0x0d) {
      // White space before the end of a line was added on the way.
      while (length > 0 && (result[length - 1] === 0x20 || result[length - 1] === 0x09)) length--;
      result[length++] = byte;
      continue;
    }
    if (byte !== 0x3d) {
      result[length++] = byte;
      continue;
    }
    const high = hexValue(bytes[at + 1]);
    const low = hexValue(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      result[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const end = softBreakEnd(bytes, at + 1);
    if (end > at) at = end;
    else result[length++] = byte;
  }
  return result.subarray(0, length);
}

/** The last byte of a soft line break that starts after the `=`; -1 where there is none. */
function softBreakEnd(bytes: Uint8Array, from: number): number {
  // More white space than a line may hold is no soft break; without the bound, many `=` before much of it would be read over and over.
  const bound = Math.min(bytes.length, from + 1000);
  let at = from;
  while (at < bound && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  if (at === bytes.length) return at - 1;
  if (bytes[at] === 0x0a) return at;
  if (bytes[at] !== 0x0d) return -1;
  return bytes[at + 1] === 0x0a ? at + 1 : at;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57;
  return -1;
}
