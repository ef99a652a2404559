import { Readable } from 'node:stream';
import { askPublic } from './ask-public.ts';

/** Bytes of an answer: many times what one may be long. */
const most = 2 * 1024 * 1024;
const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** `fetch` that reaches only addresses that are allowed, follows no redirect, and reads so much and no more. */
export const fetchLimited =
  (allows: (address: string, port: string) => boolean): typeof fetch =>
  async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init.headers);
    headers.set('accept-encoding', 'identity');
    const body = typeof init.body === 'string' ? init.body : undefined;
    if (body !== undefined) headers.set('content-length', String(Buffer.byteLength(body)));
    const response = await askPublic(url, allows, {
      method: methods.find((it) => it === init.method) ?? 'GET',
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { body }),
      signal: init.signal ?? AbortSignal.timeout(30_000),
    });
    const status = response.statusCode ?? 502;
    // Such an answer has no body, and must not be given one.
    if (status === 204) {
      response.resume();
      return new Response(null, { status });
    }
    let size = 0;
    const bounded = Readable.from(
      (async function* () {
        for await (const part of response as AsyncIterable<Buffer>) {
          size += part.length;
          if (size > most) throw new Error('answered more than anybody reads');
          yield part;
        }
      })(),
      { objectMode: false },
    );
    return new Response(Readable.toWeb(bounded) as ReadableStream, {
      status,
      headers: { 'content-type': response.headers['content-type'] ?? '' },
    });
  };
