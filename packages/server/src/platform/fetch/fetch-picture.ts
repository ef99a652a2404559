import type { IncomingMessage } from 'node:http';
import { type AttachmentType, sniffType } from '../files/sniff-type.ts';
import { askPublic } from './ask-public.ts';

/** Why a picture is not to be had, for the log alone: whoever asked learns only that it is not. */
export class PictureUnavailable extends Error {}

type Allows = (address: string, port: string) => boolean;

const headers = { accept: 'image/*', 'accept-encoding': 'identity' };
const limits = { bytes: 5 * 1024 * 1024, milliseconds: 10_000, redirects: 3 };

/**
 * A picture from somebody else's server, fetched as nobody: no cookie, no referrer, nothing of who asked. Its type is read from its
 * bytes; at most 5 MB, within ten seconds. Names are resolved once, and that address is connected to, so that no name can pass the check
 * and then lead elsewhere; redirects are checked alike. Throws PictureUnavailable.
 */
export async function fetchPicture(
  address: string,
  allows: Allows,
): Promise<{ type: Extract<AttachmentType, `image/${string}`>; bytes: Buffer }> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const bytes = await follow(address, allows, signal);
    const type = await sniffType(bytes);
    if (!isPictureType(type)) throw new PictureUnavailable('no picture');
    return { type, bytes };
  } catch (error) {
    if (error instanceof PictureUnavailable) throw error;
    throw new PictureUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const isPictureType = (type: AttachmentType | null): type is Extract<AttachmentType, `image/${string}`> =>
  type?.startsWith('image/') === true;

async function follow(address: string, allows: Allows, signal: AbortSignal): Promise<Buffer> {
  let url = URL.parse(address);
  for (let step = 0; url && step <= limits.redirects; step++) {
    const response = await askPublic(url, allows, { headers, signal });
    const { statusCode = 0 } = response;
    if (statusCode === 200) return readAll(response);
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode))
      throw new PictureUnavailable(`answered ${statusCode}`);
    url = URL.parse(response.headers.location ?? '', url.href);
  }
  throw new PictureUnavailable('leads nowhere');
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop ends the connection.
    if (size > limits.bytes) throw new PictureUnavailable('too large');
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
