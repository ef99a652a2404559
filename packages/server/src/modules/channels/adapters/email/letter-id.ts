import { createHash } from 'node:crypto';
import { readMessageIds } from './parse-letter.ts';
import { headerValue, readHeaders } from './read-headers.ts';

/** What a letter is known by: its Message-ID without angle brackets, or, without one, a name made of its bytes. At most 500 characters. */
export function letterId(bytes: Uint8Array): string {
  const { headers } = readHeaders(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const id = readMessageIds(headerValue(headers, 'message-id'))[0];
  return id !== undefined && id.length <= 500
    ? id
    : `${createHash('sha256')
        .update(id ?? bytes)
        .digest('hex')}@none`;
}
