import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RefusalName, refuse } from './graph-errors.ts';
import { addLine, keepFile, type PageState, page } from './page-state.ts';
import { fileIn, formIn } from './read-form.ts';
import { readMessage } from './read-message.ts';
import { registerPosts } from './register-posts.ts';
import type { FacebookApp } from './send-webhook.ts';

/** What Facebook refuses from now on, and how far its clock is ahead; switched while it runs. */
export interface Faults {
  refuse: RefusalName | null;
  /** So many calls are refused; then all is well again. */
  times: number;
  aheadHours: number;
}

interface Options {
  readonly app: FacebookApp;
  readonly state: PageState;
  readonly faults: Faults;
  readonly now: () => number;
  /** Tells the app of something under the page's posts. */
  readonly announce: (entry: Readonly<Record<string, unknown>>) => void;
}

type Params = { readonly id: string };

/** The Graph API of one page, as far as an app needs it to answer customers. */
export function registerGraphApi(scope: FastifyInstance, options: Options): void {
  const { app, state, faults, now, announce } = options;
  scope.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  scope.addHook('onRequest', async (request, reply) => {
    const query = request.query as Readonly<Record<string, string | undefined>>;
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? query['access_token'];
    if (token !== app.pageToken) return refuse(reply, 'token');
    const proof = createHmac('sha256', app.appSecret).update(app.pageToken).digest('hex');
    if (query['appsecret_proof'] !== undefined && query['appsecret_proof'] !== proof)
      return refuse(reply, 'proof');
    if (!faults.refuse || faults.times <= 0) return;
    faults.times--;
    return refuse(reply, faults.refuse);
  });

  scope.get('/me', async () => ({ ...page, link: `https://www.facebook.com/${page.username}` }));

  scope.get('/debug_token', async () => ({
    data: { is_valid: true, type: 'PAGE', expires_at: app.tokenEndsAt ?? 0, data_access_expires_at: 0 },
  }));

  scope.post('/me/subscribed_apps', async (request, reply) => {
    const { subscribed_fields = '' } = request.query as Readonly<Record<string, string | undefined>>;
    state.subscribed = subscribed_fields.split(',').filter(Boolean);
    return reply.send({ success: true });
  });

  scope.post('/me/message_attachments', async (request, reply) => {
    const file = fileIn(await formIn(request), 'filedata');
    return file ? { attachment_id: upload(file) } : refuse(reply, 'bad_parameter');
  });

  scope.post('/me/photos', async (request, reply) => {
    const file = fileIn(await formIn(request), 'source');
    return file?.type.startsWith('image/') ? { id: upload(file) } : refuse(reply, 'bad_parameter');
  });

  scope.post('/me/messages', async (request, reply) => {
    const read = readMessage(request.body, state);
    if ('refusal' in read) return refuse(reply, read.refusal);
    const { personId, commentId, late, ...content } = read.message;
    if (commentId === null) {
      const age = now() - lastOf(personId);
      if (age > (late ? 7 * 24 : 24) * 3_600_000) return refuse(reply, 'outside_window');
    } else {
      if (state.answeredInPrivate.has(commentId)) return refuse(reply, 'answered');
      state.answeredInPrivate.add(commentId);
    }
    const id = `m_${state.nextId()}`;
    addLine(state, personId, { ...content, id, fromPage: true, late, at: now() });
    return { recipient_id: personId, message_id: id };
  });

  scope.post<{ Params: Params }>('/:id/comments', async (request, reply) => {
    const parent = state.comments.find((it) => it.id === request.params.id);
    if (!parent) return refuse(reply, 'unknown_object');
    const { message, attachment_id } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const text = typeof message === 'string' ? message : '';
    const file = state.uploads.get(String(attachment_id)) ?? null;
    if (text === '' && !file) return refuse(reply, 'bad_parameter');
    const comment = {
      id: `${state.postId.split('_')[1]}_${state.nextId()}`,
      parentId: parent.parentId ?? parent.id,
      author: null,
      text,
      file,
      at: now(),
    };
    state.comments.push(comment);
    announce(feedEntry(state, comment, page));
    return { id: comment.id };
  });

  registerPosts(scope, state, now);

  scope.get<{ Params: Params }>('/:id', async (request, reply) => {
    const person = state.people.find((it) => it.id === request.params.id);
    if (!person) return refuse(reply, 'unknown_object');
    const [first_name, ...others] = person.name.split(' ');
    return { id: person.id, name: person.name, first_name, last_name: others.join(' ') };
  });

  scope.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
    refuse(reply, 'unknown_object'),
  );

  function upload(file: { bytes: Uint8Array; type: string; name: string }): string {
    const id = state.nextId();
    state.uploads.set(id, keepFile(state, file));
    return id;
  }

  /** When they last wrote in Messenger. */
  function lastOf(personId: string): number {
    return state.threads.get(personId)?.findLast((line) => !line.fromPage)?.at ?? 0;
  }
}

/** What Facebook tells of a comment, also of the page's own. */
export function feedEntry(
  state: PageState,
  comment: PageState['comments'][number],
  from: { readonly id: string; readonly name: string },
  photo?: string,
): Readonly<Record<string, unknown>> {
  const value = {
    from: { id: from.id, name: from.name },
    item: 'comment',
    verb: 'add',
    post_id: state.postId,
    comment_id: comment.id,
    parent_id: comment.parentId ?? state.postId,
    created_time: Math.floor(comment.at / 1000),
    ...(comment.text && { message: comment.text }),
    ...(photo && { photo }),
  };
  return { changes: [{ field: 'feed', value }] };
}
