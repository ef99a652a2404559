import type { FastifyInstance } from 'fastify';
import { addLine, keepFile, type PageState, type Person, type SentFile } from './page-state.ts';
import { type Faults, feedEntry } from './register-graph-api.ts';
import type { Delivery } from './send-webhook.ts';

interface Options {
  readonly state: PageState;
  readonly faults: Faults;
  readonly delivery: Delivery;
  readonly now: () => number;
  readonly announce: (entry: Readonly<Record<string, unknown>>) => void;
  /** This server's address, under which files are fetched. */
  readonly address: () => string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the phone of the mock-up asks: what stands on it, and what a person writes, taps and sends. */
export function registerPhoneApi(scope: FastifyInstance, options: Options): void {
  const { state, faults, delivery, now, announce, address } = options;

  scope.get('/state', async (request, reply) => {
    const person = personIn(request.query);
    if (!person) return reply.code(404).send({ error: 'unknown person' });
    return {
      people: state.people,
      lines: state.threads.get(person.id) ?? [],
      comments: state.comments.filter((it) => !it.hidden || it.author?.id === person.id),
      posts: [...state.posts.values()],
      faults: { ...faults, ...delivery },
    };
  });

  scope.post('/messages', async (request, reply) => {
    const person = personIn(request.body);
    const { text = '', postback = false, picture } = fieldsOf(request.body);
    const file = pictureIn(picture);
    if (!person || typeof text !== 'string' || (text === '' && !file))
      return reply.code(400).send({ error: 'person and text or picture are needed' });
    const id = `m_${state.nextId()}`;
    addLine(state, person.id, {
      id,
      fromPage: false,
      text,
      file,
      quickReplies: [],
      late: false,
      at: now(),
    });
    announce({
      messaging: [
        {
          sender: { id: person.id },
          recipient: { id: state.postId.split('_')[0] },
          timestamp: now(),
          ...(postback === true
            ? { postback: { mid: id, title: text, payload: 'GET_STARTED' } }
            : {
                message: { mid: id, ...(text && { text }), ...(file && { attachments: [attachment(file)] }) },
              }),
        },
      ],
    });
    return { id };
  });

  scope.post('/comments', async (request, reply) => {
    const person = personIn(request.body);
    const { text = '', parentId = null, picture } = fieldsOf(request.body);
    const file = pictureIn(picture);
    if (!person || typeof text !== 'string' || (text === '' && !file))
      return reply.code(400).send({ error: 'person and text or picture are needed' });
    const parent = state.comments.find((it) => it.id === parentId);
    const comment = {
      id: `${state.postId.split('_')[1]}_${state.nextId()}`,
      parentId: parent ? (parent.parentId ?? parent.id) : null,
      author: person,
      text,
      file,
      at: now(),
    };
    state.comments.push(comment);
    announce(feedEntry(state, comment, person, file ? `${address()}/${file.path}` : undefined));
    return { id: comment.id };
  });

  scope.post('/faults', async (request, reply) => {
    const wish = fieldsOf(request.body);
    Object.assign(faults, pick(wish, ['refuse', 'times', 'aheadHours']));
    Object.assign(delivery, pick(wish, ['twice', 'holding']));
    return reply.send({ ...faults, ...delivery });
  });

  const personIn = (from: unknown): Person | undefined =>
    state.people.find((it) => it.id === fieldsOf(from)['person']);

  function pictureIn(from: unknown): SentFile | null {
    const { name, type, data } = fieldsOf(from);
    if (typeof name !== 'string' || typeof type !== 'string' || typeof data !== 'string') return null;
    return keepFile(state, { name, type, bytes: Uint8Array.from(Buffer.from(data, 'base64')) });
  }

  const attachment = ({ kind, path }: SentFile) => ({
    type: kind,
    payload: { url: `${address()}/${path}` },
  });
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const pick = (from: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
