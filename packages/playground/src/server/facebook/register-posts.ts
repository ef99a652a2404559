import type { FastifyInstance } from 'fastify';
import { refuse } from './graph-errors.ts';
import { type PageState, page } from './page-state.ts';

const longestPost = 63_206;
const mostPosts = 100;

/** The page's posts as its app makes, changes and removes them: https://developers.facebook.com/docs/pages-api/posts */
export function registerPosts(scope: FastifyInstance, state: PageState, now: () => number): void {
  scope.post('/me/feed', async (request, reply) => {
    const { text, link } = contentOf(request.body);
    if (text === '' || text.length > longestPost) return refuse(reply, 'bad_parameter');
    const id = `${page.id}_${state.nextId()}`;
    state.posts.set(id, { id, text, link, at: now() });
    const [oldest] = state.posts.keys();
    if (state.posts.size > mostPosts && oldest !== undefined) state.posts.delete(oldest);
    return { id };
  });
  scope.post<{ Params: { id: string } }>('/:id', async (request, reply) => {
    const comment = state.comments.find((it) => it.id === request.params.id);
    const { is_hidden } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (comment && typeof is_hidden === 'boolean') {
      // A page hides what others wrote.
      if (comment.author === null) return refuse(reply, 'bad_parameter');
      comment.hidden = is_hidden;
      return { success: true };
    }
    const before = state.posts.get(request.params.id);
    if (!before) return refuse(reply, 'unknown_object');
    const { text } = contentOf(request.body);
    if (text === '' || text.length > longestPost) return refuse(reply, 'bad_parameter');
    state.posts.set(before.id, { ...before, text });
    return { success: true };
  });
  scope.delete<{ Params: { id: string } }>('/:id', async (request, reply) =>
    state.posts.delete(request.params.id) ? { success: true } : refuse(reply, 'unknown_object'),
  );
}

function contentOf(body: unknown): { text: string; link: string | null } {
  const { message, link } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return { text: typeof message === 'string' ? message : '', link: typeof link === 'string' ? link : null };
}
