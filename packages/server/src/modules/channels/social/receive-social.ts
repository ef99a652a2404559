import type { FastifyRequest } from 'fastify';
import { Failure, fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { shareCommits } from '../../../platform/share-commits.ts';
import { adapterOf, isSpoken } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { readInboxByKey } from '../inbox-store.ts';
import type { Ingest } from '../ingest.ts';
import type { ChannelAdapter, ProofMaterial, RawRequest } from '../port.ts';
import { refusalLimit } from '../refusal-limit.ts';
import { orderOf } from './order-of.ts';
import type { SocialInbox } from './social-inbox.ts';
import { noteSocialContact, readSocialInbox } from './social-inbox-store.ts';

/** Platforms send words and names of files, no files. */
const largest = 1024 * 1024;
/** Milliseconds after which it is written down anew that the platform writes to us. */
const contactEvery = 60_000;

interface Knock {
  readonly inbox: Inbox;
  readonly social: SocialInbox;
  readonly adapter: ChannelAdapter;
  readonly proof: Omit<ProofMaterial, 'inboxId'>;
}

/**
 * Takes what platforms send: `POST /api/channels/social/<key of the inbox>/webhook`, answered once it is proven and stored. By GET a platform
 * asks whether the address is ours, where it does.
 */
export function receiveSocial(platform: Platform, ingest: Ingest): void {
  const { http, keys, clock, database } = platform;
  const limit = refusalLimit(platform);

  async function open(key: string): Promise<Knock | undefined> {
    const reader = database.reader();
    const inbox = await readInboxByKey(reader, key);
    const social =
      inbox && isSpoken(inbox.channel) ? await readSocialInbox(reader, keys, inbox.id) : undefined;
    if (!inbox || !social) return undefined;
    const { webhookSecrets: secrets, credentials, account } = social;
    const proof = { secrets, credentials, account };
    return { inbox, social, adapter: adapterOf(inbox.channel), proof };
  }

  // Those who knock while a door is read share the next reading, which begins after they knocked: nothing that they see is old.
  const opened = shareCommits<string, Knock | undefined>(
    async (wanted, settle) => {
      const doors = new Map<string, Knock | undefined>();
      for (const [index, key] of wanted.entries()) {
        if (!doors.has(key)) doors.set(key, await open(key));
        settle(index, doors.get(key));
      }
    },
    (key) => key,
  );

  async function knock(request: FastifyRequest): Promise<Knock> {
    const { key } = request.params as { key: string };
    const found = await opened(key);
    if (!found) throw fail('channels.inbox_not_found');
    return found;
  }

  /** Does it; a failure is one more refusal to the address that asked. */
  async function counted<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    await limit.admit(request);
    try {
      return await work();
    } catch (error) {
      // What goes wrong on our side is nobody's refusal.
      if (error instanceof Failure) await limit.note(request);
      throw error;
    }
  }

  const rawOf = (request: FastifyRequest): RawRequest => ({
    headers: flat(request.headers),
    query: flat(request.query as Readonly<Record<string, unknown>>),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    session: null,
    receivedAt: clock.now(),
  });

  async function noteContact({ social }: Knock): Promise<void> {
    const { inboxId, lastContactAt, lastError } = social;
    const recent = lastContactAt && clock.now().getTime() - lastContactAt.getTime() < contactEvery;
    // That it can write to us does not show that we can sign in there.
    if (recent || lastError) return;
    await database.writeOnce((tx) => noteSocialContact(tx, inboxId, null));
  }

  // Of its own, so that bodies come as they are signed, whatever they say they are.
  void http.app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largest }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/api/channels/social/:key/webhook', async (request, reply) => {
      const known = await counted(request, async () => {
        const found = await knock(request);
        const { inbox, adapter, proof } = found;
        const raw = rawOf(request);
        await ingest.receive(adapter, inbox, raw, proof);
        return { ...found, order: orderOf(adapter, raw) };
      });
      await noteContact(known);
      return reply.send(known.order ?? '');
    });
    scope.get('/api/channels/social/:key/webhook', async (request, reply) => {
      const answer = await counted(request, async () => {
        const { inbox, adapter, proof } = await knock(request);
        if (!adapter.challenge) throw fail('request.not_found');
        return adapter.challenge(rawOf(request), { ...proof, inboxId: inbox.id });
      });
      const type = answer.startsWith('{') ? 'application/json' : 'text/plain';
      return reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('x-content-type-options', 'nosniff')
        .send(answer);
    });
  });
}

/** One text a name; of what is there more than once the first. */
function flat(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(given).flatMap(([name, value]) => {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return typeof one === 'string' ? [[name, one] as const] : [];
  });
  return Object.fromEntries(texts);
}
