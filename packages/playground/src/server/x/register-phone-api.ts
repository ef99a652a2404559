import type { FastifyInstance } from 'fastify';
import type { Faults } from './register-api.ts';
import type { Delivery } from './send-webhook.ts';
import {
  addLine,
  keepFile,
  type Line,
  type Person,
  type Post,
  type SentFile,
  type XState,
} from './x-state.ts';

interface Options {
  readonly state: XState;
  readonly faults: Faults;
  readonly delivery: Delivery;
  readonly now: () => number;
  readonly told: { message(line: Line, personId: string): void; post(post: Post): void };
}

type Fields = Readonly<Record<string, unknown>>;

/** What the phone of the mock-up asks: what stands on it, and what a person writes and sends. */
export function registerPhoneApi(scope: FastifyInstance, options: Options): void {
  const { state, faults, delivery, now, told } = options;

  scope.get('/state', async (request, reply) => {
    const person = personIn(request.query);
    if (!person) return reply.code(404).send({ error: 'unknown person' });
    return {
      people: state.people,
      lines: state.threads.get(person.id) ?? [],
      posts: state.posts.filter((it) => !it.hidden || it.author.id === person.id),
      faults: { ...faults, ...delivery },
    };
  });

  scope.post('/messages', async (request, reply) => {
    const person = personIn(request.body);
    const { text = '', picture } = fieldsOf(request.body);
    const file = pictureIn(picture);
    if (!person || typeof text !== 'string' || (text === '' && !file))
      return reply.code(400).send({ error: 'person and text or picture are needed' });
    const line = { id: state.nextId(), fromAccount: false, text, file, at: now() };
    addLine(state, person.id, line);
    told.message(line, person.id);
    return { id: line.id };
  });

  scope.post('/posts', async (request, reply) => {
    const person = personIn(request.body);
    const { text = '', parentId = null, picture } = fieldsOf(request.body);
    const file = pictureIn(picture);
    if (!person || typeof text !== 'string' || (text === '' && !file))
      return reply.code(400).send({ error: 'person and text or picture are needed' });
    const parent = state.posts.find((it) => it.id === parentId);
    const id = state.nextId();
    const post = {
      id,
      parentId: parent?.id ?? null,
      conversationId: parent?.conversationId ?? id,
      author: person,
      text,
      files: file ? [file] : [],
      at: now(),
    };
    state.posts.push(post);
    told.post(post);
    return { id };
  });

  scope.post('/faults', async (request, reply) => {
    const wish = fieldsOf(request.body);
    Object.assign(faults, pick(wish, ['refuse', 'times', 'resetSeconds']));
    Object.assign(delivery, pick(wish, ['twice', 'holding', 'noWebhooks']));
    return reply.send({ ...faults, ...delivery });
  });

  const personIn = (from: unknown): Person | undefined =>
    state.people.find((it) => it.id === fieldsOf(from)['person']);

  function pictureIn(from: unknown): SentFile | null {
    const { name, type, data } = fieldsOf(from);
    if (typeof name !== 'string' || typeof type !== 'string' || typeof data !== 'string') return null;
    return keepFile(state, { name, type, bytes: Uint8Array.from(Buffer.from(data, 'base64')) });
  }
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const pick = (from: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
