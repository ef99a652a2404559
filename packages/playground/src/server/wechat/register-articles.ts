import type { FastifyInstance } from 'fastify';
import { fileIn, formIn } from '../facebook/read-form.ts';
import { type AccountState, keepMedia } from './account-state.ts';
import { fieldsOf } from './fields-of.ts';
import { refusal } from './wechat-errors.ts';

interface Options {
  readonly state: AccountState;
  readonly now: () => number;
  /** Below which articles are read. */
  readonly address: () => string;
}

/** Milliseconds that WeChat checks an article before it is out. */
const checks = 500;
const longestTitle = 32;

/** Lasting pictures, drafts and articles, as far as publishing needs them. */
export function registerArticles(scope: FastifyInstance, { state, now, address }: Options): void {
  scope.post('/material/batchget_material', async ({ body }) => {
    const { offset = 0, count = 20 } = fieldsOf(body);
    const pictures = [...state.media].filter(([, it]) => it.kind === 'image').reverse();
    const item = pictures.slice(Number(offset), Number(offset) + Number(count)).map(([id, { name }]) => ({
      media_id: id,
      name,
    }));
    return { total_count: pictures.length, item_count: item.length, item };
  });

  scope.post('/material/add_material', async (request, reply) => {
    const file = fileIn(await formIn(request), 'media');
    return reply.send(
      file ? { media_id: keepMedia(state, 'image', file), url: '', item: [] } : refusal('media_type'),
    );
  });

  scope.post('/draft/add', async ({ body }) => {
    const { articles } = fieldsOf(body);
    const [given] = Array.isArray(articles) ? articles.map(fieldsOf) : [];
    const { title, content, thumb_media_id: cover, content_source_url: source } = given ?? {};
    if (!state.media.has(String(cover))) return refusal('media');
    if (typeof title !== 'string' || [...title].length > longestTitle || typeof content !== 'string')
      return refusal('title');
    const media_id = `Draft-${state.nextId()}`;
    const kept = { title, content, source: typeof source === 'string' ? source : null, submittedAt: null };
    state.articles.set(media_id, kept);
    return { media_id, item: [] };
  });

  scope.post('/freepublish/submit', async ({ body }, reply) => {
    const id = String(fieldsOf(body)['media_id']);
    const draft = state.articles.get(id);
    if (draft?.submittedAt !== null) return reply.send(refusal('media'));
    state.articles.set(id, { ...draft, submittedAt: now() });
    return reply.send({ errcode: 0, errmsg: 'ok', publish_id: id });
  });

  scope.post('/freepublish/get', async ({ body }) => {
    const id = String(fieldsOf(body)['publish_id']);
    const article = state.articles.get(id);
    if (!article || article.submittedAt === null) return refusal('article');
    if (now() - article.submittedAt < checks) return { publish_id: id, publish_status: 1, fail_idx: [] };
    const item = [{ idx: 1, article_url: `${address()}/articles/${id}` }];
    return { publish_id: id, publish_status: 0, article_id: id, article_detail: { count: 1, item } };
  });

  scope.post('/freepublish/delete', async ({ body }, reply) => {
    const removed = state.articles.delete(String(fieldsOf(body)['article_id']));
    return reply.send(removed ? { errcode: 0, errmsg: 'ok' } : refusal('article'));
  });
}
