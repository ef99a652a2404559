import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What browsers draw or run. Answers of the API are left as they are: they hold secrets beside words that others choose, and the length of
 * the two compressed together tells of the first (the BREACH attack).
 */
const pages = /^(?:text\/(?:html|css|javascript|plain)|image\/svg\+xml|application\/(?:xml|rss\+xml))\b/;
/** Bytes that are sent as they are: they fit a packet or two. */
const small = 1400;
const encodings = {
  // A fourth of the text in a millisecond or two; the highest quality takes fifty.
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

/** Compresses a page for whoever reads compressed ones; for a hook before an answer is sent. Streams are passed on: files are kept compressed beside themselves. */
export async function compressPage(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  if (reply.hasHeader('content-encoding') || !pages.test(String(reply.getHeader('content-type') ?? '')))
    return payload;
  const bytes = Buffer.from(payload);
  if (bytes.length < small) return payload;
  reply.header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '));
  const accepted = readAccepted(request.headers['accept-encoding']);
  const encoding = (['br', 'gzip'] as const).find((it) => accepted.has(it));
  if (!encoding) return payload;
  reply.header('content-encoding', encoding).removeHeader('content-length');
  return encodings[encoding](bytes);
}

/** The encodings of an `Accept-Encoding` header, without those of quality 0 (RFC 9110, section 12.5.3). */
function readAccepted(header: string | string[] | undefined): Set<string> {
  const parts = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/));
  return new Set(parts.flatMap(([name = '', quality = '1']) => (Number(quality) > 0 ? [name] : [])));
}
