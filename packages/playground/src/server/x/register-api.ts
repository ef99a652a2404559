import { weightedLength } from '@fairlead/contract/weighted-length';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileIn, formIn } from '../facebook/read-form.ts';
import { createSignatureCheck } from './check-signature.ts';
import { concernsAccount, listedAlong, listedMessage, listedPost } from './make-event.ts';
import { registerActivity } from './register-activity.ts';
import { createGrants, registerSignIn } from './register-sign-in.ts';
import { confirmWebhook, type Delivery, type XApp } from './send-webhook.ts';
import { type RefusalName, refuse } from './x-errors.ts';
import { account, addLine, keepFile, type Line, type Post, type SentFile, type XState } from './x-state.ts';

/** What X refuses from now on; switched while it runs. */
export interface Faults {
  refuse: RefusalName | null;
  /** So many calls are refused; then all is well again. */
  times: number;
  /** Seconds until a limit ends. */
  resetSeconds: number;
}

interface Options {
  readonly app: XApp;
  readonly state: XState;
  readonly faults: Faults;
  readonly delivery: Delivery;
  readonly now: () => number;
  readonly address: () => string;
  readonly told: { message(line: Line, personId: string): void; post(post: Post): void };
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const longestPost = 280;
const longestMessage = 10_000;
const bearer = 'AAAA-token-of-the-app';

/** The API of X for one account, as far as an app needs it to answer customers. */
export function registerApi(scope: FastifyInstance, options: Options): void {
  const { app, state, faults, delivery, now, address, told } = options;
  const isSigned = createSignatureCheck(app, now);
  const grants = createGrants();
  registerSignIn(scope, { app, grants, now });
  const hasToken = (authorization = '') => {
    const token = grants.userTokens.get(authorization.replace(/^Bearer /, ''));
    return token !== undefined && token.until > now();
  };
  scope.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  scope.addContentTypeParser(
    /^application\/x-www-form-urlencoded/,
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  // Some calls have a type and nothing in them.
  scope.addHook('onRequest', async (request, reply) => {
    if (request.url.includes('/oauth2/')) return;
    const ofApp = request.url.includes('/2/webhooks');
    const ofActivity = request.url.includes('/2/activity/');
    const byApp = request.headers.authorization === `Bearer ${bearer}`;
    const byUser = isSigned(request) || hasToken(request.headers.authorization);
    // What is private only the account itself may order; what was ordered its app may see.
    const endsForOthers = request.method === 'DELETE' && request.url.includes('/account_activity/');
    const known =
      ofApp || endsForOthers ? byApp : byUser || (ofActivity && request.method === 'GET' && byApp);
    if (!known) return refuse(reply, 'token');
    if ((ofApp || ofActivity || request.url.includes('/account_activity/')) && delivery.noWebhooks)
      return refuse(reply, 'access');
    if (!faults.refuse || faults.times <= 0) return;
    faults.times--;
    return refuse(reply, faults.refuse, now() + faults.resetSeconds * 1000);
  });

  scope.post('/oauth2/token', async (request, reply) => {
    const pair = Buffer.from(`${app.consumerKey}:${app.consumerSecret}`).toString('base64');
    if (request.headers.authorization !== `Basic ${pair}`) return refuse(reply, 'token');
    if (fieldsOf(request.body)['grant_type'] !== 'client_credentials') return refuse(reply, 'bad_parameter');
    return { token_type: 'bearer', access_token: bearer };
  });

  scope.get('/2/users/me', async () => ({ data: account }));

  scope.get('/2/webhooks', async () => ({
    data: state.webhooks,
    meta: { result_count: state.webhooks.length },
  }));
  scope.post('/2/webhooks', async (request, reply) => {
    const url = fieldsOf(request.body)['url'];
    if (typeof url !== 'string' || !URL.canParse(url)) return refuse(reply, 'bad_parameter');
    const webhook = { id: state.nextId(), url, valid: true, created_at: new Date(now()).toISOString() };
    if (!(await confirmWebhook(webhook, app))) return refuse(reply, 'crc');
    // One is all that those who pay per use have.
    state.webhooks.splice(0, 1, webhook);
    return { data: webhook };
  });
  scope.put<{ Params: { id: string } }>('/2/webhooks/:id', async (request, reply) => {
    const webhook = state.webhooks.find((it) => it.id === request.params.id);
    if (!webhook) return refuse(reply, 'unknown');
    webhook.valid = await confirmWebhook(webhook, app);
    return webhook.valid ? { data: { valid: true } } : refuse(reply, 'crc');
  });
  const subscriptions = '/2/account_activity/webhooks/:id/subscriptions/all';
  scope.get(subscriptions, async () => ({ data: { subscribed: state.subscribed } }));
  scope.post(subscriptions, async () => {
    state.subscribed = true;
    return { data: { subscribed: true } };
  });
  scope.delete('/2/account_activity/webhooks/:id/subscriptions/:user/all', async () => {
    state.subscribed = false;
    return { data: { subscribed: false } };
  });

  registerActivity(scope, state, now);

  scope.post('/2/media/upload/initialize', async (request, reply) => {
    const { media_type: type, media_category: category } = fieldsOf(request.body);
    if (typeof type !== 'string' || typeof category !== 'string') return refuse(reply, 'bad_parameter');
    const id = state.nextId();
    state.uploads.set(id, { type, category, chunks: [], file: null });
    return { data: { id, media_key: `3_${id}`, expires_after_secs: 86_400 } };
  });
  scope.post<{ Params: { id: string } }>('/2/media/upload/:id/append', async (request, reply) => {
    const upload = state.uploads.get(request.params.id);
    const chunk = fileIn(await formIn(request), 'media');
    if (!upload || !chunk) return refuse(reply, 'bad_parameter');
    upload.chunks.push(chunk.bytes);
    return { data: { expires_at: now() + 86_400_000 } };
  });
  scope.post<{ Params: { id: string } }>('/2/media/upload/:id/finalize', async (request, reply) => {
    const { id } = request.params;
    const upload = state.uploads.get(id);
    if (!upload || upload.chunks.length === 0) return refuse(reply, 'bad_parameter');
    const bytes = Uint8Array.from(Buffer.concat(upload.chunks.splice(0)));
    upload.file = keepFile(state, { bytes, type: upload.type, name: `${id}.${upload.type.split('/')[1]}` });
    return { data: { id, media_key: `3_${id}`, size: bytes.length } };
  });

  scope.post<{ Params: { person: string } }>(
    '/2/dm_conversations/with/:person/messages',
    async (request, reply) => {
      const person = state.people.find((it) => it.id === request.params.person);
      if (!person) return refuse(reply, 'no_messages');
      const { text = '', attachments } = fieldsOf(request.body);
      const files = uploaded(attachments, 'dm');
      if (typeof text !== 'string' || text.length > longestMessage || files === null || files.length > 1)
        return refuse(reply, 'bad_parameter');
      const [file = null] = files;
      if (text.trim() === '' && !file) return refuse(reply, 'bad_parameter');
      const line = { id: state.nextId(), fromAccount: true, text, file, at: now() };
      addLine(state, person.id, line);
      // What the account writes is told as well.
      told.message(line, person.id);
      return reply
        .code(201)
        .send({ data: { dm_conversation_id: `${account.id}-${person.id}`, dm_event_id: line.id } });
    },
  );

  scope.post('/2/tweets', async (request, reply) => {
    const { text = '', reply: answers, media } = fieldsOf(request.body);
    const parent = state.posts.find((it) => it.id === fieldsOf(answers)['in_reply_to_tweet_id']);
    const ids = fieldsOf(media)['media_ids'];
    const files = uploaded(Array.isArray(ids) ? ids.map((media_id) => ({ media_id })) : undefined, 'tweet');
    if (typeof text !== 'string' || files === null || files.length > 4) return refuse(reply, 'bad_parameter');
    if (text.trim() === '' && files.length === 0) return refuse(reply, 'bad_parameter');
    if (weightedLength(text) > longestPost) return refuse(reply, 'bad_parameter');
    if (answers !== undefined && !parent) return refuse(reply, 'unknown');
    const own = state.posts.filter((it) => it.author === account && it.parentId === (parent?.id ?? null));
    if (text !== '' && own.some((it) => it.text === text)) return refuse(reply, 'duplicate');
    const id = state.nextId();
    const conversationId = parent?.conversationId ?? id;
    const post = {
      id,
      parentId: parent?.id ?? null,
      conversationId,
      author: account,
      text,
      files,
      at: now(),
    };
    state.posts.push(post);
    told.post(post);
    return reply.code(201).send({ data: { id, text } });
  });

  scope.get<{ Params: { id: string } }>('/2/tweets/:id', async (request, reply) => {
    const post = state.posts.find((it) => it.id === request.params.id);
    return post ? { data: listedPost(state, post) } : refuse(reply, 'unknown');
  });

  scope.put<{ Params: { id: string } }>('/2/tweets/:id/hidden', async (request, reply) => {
    const post = state.posts.find((it) => it.id === request.params.id);
    const first = post && state.posts.find((it) => it.id === post.conversationId);
    const { hidden } = fieldsOf(request.body);
    if (!post || typeof hidden !== 'boolean') return refuse(reply, 'unknown');
    // Only replies below one's own posts.
    if (post === first || first?.author !== account) return refuse(reply, 'not_hideable');
    post.hidden = hidden;
    return { data: { hidden } };
  });

  scope.delete<{ Params: { id: string } }>('/2/tweets/:id', async (request, reply) => {
    const at = state.posts.findIndex((it) => it.id === request.params.id && it.author === account);
    if (at < 0) return refuse(reply, 'unknown');
    state.posts.splice(at, 1);
    return { data: { deleted: true } };
  });

  scope.get('/2/dm_events', async (request, reply) => {
    const all = state.people
      .flatMap((person) => (state.threads.get(person.id) ?? []).map((line) => ({ line, person })))
      .sort((a, b) => compareIds(b.line.id, a.line.id));
    const { items, meta } = pageOf(all, fieldsOf(request.query));
    const files = items.flatMap(({ line }) => (line.file ? [[`3_${line.id}`, line.file] as const] : []));
    return reply.send({
      ...(items.length > 0 && { data: items.map(({ line, person }) => listedMessage(line, person)) }),
      includes: listedAlong([account, ...items.map(({ person }) => person)], files, address()),
      meta,
    });
  });

  scope.get('/2/users/:id/mentions', async (request, reply) => {
    const query = fieldsOf(request.query);
    const since = typeof query['since_id'] === 'string' ? query['since_id'] : '0';
    const all = state.posts
      .filter((it) => it.author !== account && concernsAccount(state, it) && compareIds(it.id, since) > 0)
      .sort((a, b) => compareIds(b.id, a.id));
    const { items, meta } = pageOf(all, query);
    const files = items.flatMap((post) =>
      post.files.map((file, index) => [`3_${post.id}_${index}`, file] as const),
    );
    return reply.send({
      ...(items.length > 0 && { data: items.map((it) => listedPost(state, it)) }),
      includes: listedAlong(
        items.map(({ author }) => author),
        files,
        address(),
      ),
      meta,
    });
  });

  scope.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) => refuse(reply, 'unknown'));

  /** The files of what is sent; null where one is none, or was uploaded for something else. */
  function uploaded(media: unknown, use: 'dm' | 'tweet'): SentFile[] | null {
    if (media === undefined) return [];
    if (!Array.isArray(media)) return null;
    const files = media.map((it) => {
      const upload = state.uploads.get(String(fieldsOf(it)['media_id']));
      return upload?.category.startsWith(use) ? upload.file : null;
    });
    const found = files.filter((it) => it !== null);
    return found.length === files.length ? found : null;
  }
}

function pageOf<Item>(all: readonly Item[], query: Fields): { items: Item[]; meta: Fields } {
  const size = Math.min(100, Math.max(1, Number(query['max_results'] ?? 100)));
  const from = Number(query['pagination_token'] ?? 0);
  const items = all.slice(from, from + size);
  const more = from + size < all.length;
  return { items, meta: { result_count: items.length, ...(more && { next_token: String(from + size) }) } };
}

/** Ids are numbers that are longer than numbers can be. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
