import type { Channel } from '@fairlead/contract';
import { type FastifyInstance, fastify } from 'fastify';
import { type ChaosChannel, fails, type Shown } from './chaos-channel.ts';

interface Options {
  readonly channel: Channel;
  readonly people: readonly string[];
  readonly mostWaiting: number;
  /** Where the platform is mounted. */
  readonly prefix: string;
  /** The part of it that we call, and that fails. */
  readonly api: string;
  /** Where what the phone asks is. */
  readonly phone: string;
  /** Mounts the platform. */
  mount(scope: FastifyInstance): void;
  /** Ties the inbox to it; `url` is where it is mounted. */
  connect(url: string, ...inbox: Parameters<ChaosChannel['connect']>): Promise<void>;
  /** What one of the phone's lines says, when it is ours. */
  shownOf(state: unknown): Shown[];
}

/** A social platform of the playground in this process. Its API fails now and then: half of the times with an error, half by a broken connection, and always before anything was done. */
export async function startChaosPlatform(options: Options): Promise<ChaosChannel> {
  const { channel, people, mostWaiting, prefix, api, phone } = options;
  const app = fastify();
  let connected = false;
  let refused = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!connected || !request.url.startsWith(prefix + api) || !fails()) return;
    refused++;
    if (Math.random() < 0.5) return reply.code(503).send({ error: 'try again' });
    request.raw.destroy();
    return reply.hijack();
  });
  app.register(async (scope) => options.mount(scope), { prefix });
  const url = (await app.listen({ host: '127.0.0.1', port: 0 })) + prefix;
  const post = async (path: string, body: object) => {
    const response = await app.inject({ method: 'POST', url: `${prefix}${phone}${path}`, payload: body });
    if (response.statusCode >= 300) throw new Error(`${channel}: ${path}: ${response.body}`);
  };
  return {
    channel,
    people,
    mostWaiting,
    async connect(admin, inboxId) {
      await options.connect(url, admin, inboxId);
      connected = true;
      // Everything comes twice, two at a time and the later one first.
      await post('/faults', { twice: true, holding: 1 });
    },
    write: (person, text) => post('/messages', { person, text }),
    async shown(person) {
      const { body } = await app.inject({ url: `${prefix}${phone}/state?person=${person}` });
      return options.shownOf(JSON.parse(body));
    },
    calm: () => post('/faults', { twice: false, holding: 0 }),
    refused: () => refused,
    close: () => app.close(),
  };
}
