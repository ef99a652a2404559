import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Inbox } from '../inbox.ts';
import { readInboxByKey } from '../inbox-store.ts';
import { refusalLimit } from '../refusal-limit.ts';
import type { LetterDoor } from './letter-door.ts';
import { isFresh, isSignedWebhook, webhookSecret } from './webhook-signature.ts';

const megabyte = 1024 * 1024;

/**
 * Takes letters from mail providers: `POST /api/channels/email/<key of the inbox>/letters`, the letter as it is (`message/rfc822`), signed
 * in two headers. Answered once it is stored. What is signed long ago is refused, and what is sent again within that time is known.
 */
export function receiveByWebhook(platform: Platform, door: LetterDoor): void {
  const { http, keys, clock, database, config } = platform;
  const limit = refusalLimit(platform);

  /** All that can be told before anything is read of the body. */
  async function signedFor(
    request: FastifyRequest,
  ): Promise<{ inbox: Inbox; time: string; signature: string }> {
    await limit.admit(request);
    const time = String(request.headers['fairlead-timestamp'] ?? '');
    const signature = String(request.headers['fairlead-signature'] ?? '');
    const { key } = request.params as { key: string };
    const inbox = await readInboxByKey(database.reader(), key);
    if (inbox?.channel !== 'email') throw fail('channels.inbox_not_found');
    if (!isFresh(time, clock.now())) throw await refuse(request);
    return { inbox, time, signature };
  }

  async function refuse(request: FastifyRequest): Promise<Error> {
    await limit.note(request);
    return fail('channels.letter_not_signed');
  }

  // Of its own, so that no other route takes bodies as large as letters are.
  void http.app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('message/rfc822', (_request, body, done) => done(null, body));
    scope.post<{ Params: { key: string }; Body: Readable | undefined }>(
      '/api/channels/email/:key/letters',
      async (request, reply) => {
        const { inbox, time, signature } = await signedFor(request);
        if (!request.body) throw fail('request.invalid', { field: 'body' });
        const raw = await readAll(request.body, config.MAXIMUM_LETTER_BYTES);
        if (!isSignedWebhook(webhookSecret(keys, inbox.id), time, raw, signature))
          throw await refuse(request);
        if (raw.length === 0) throw fail('request.invalid', { field: 'body' });
        const letter = { inboxId: inbox.id, raw, deliveredTo: [], arrival: null };
        const { state } = await door.receive(letter);
        return reply.send({ state });
      },
    );
  });
}

async function readAll(body: Readable, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    total += part.length;
    if (total > limit) throw fail('request.too_large', { limitMegabytes: Math.floor(limit / megabyte) });
    parts.push(part);
  }
  return Buffer.concat(parts, total);
}
