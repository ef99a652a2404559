import { useState } from 'preact/hooks';
import { LinkedText } from '../phone/linked-text.tsx';
import { useReader } from '../reader.ts';
import type { Comment, PagePost, Written } from './facebook-client.ts';
import { FileView } from './file-view.tsx';
import { WriteLine } from './write-line.tsx';

interface Props {
  readonly comments: readonly Comment[];
  /** What the exchange has announced here, oldest first. */
  readonly posts: readonly PagePost[];
  readonly send: (written: Written) => Promise<void>;
}

/** A post of the page, and what people write below it for everybody to read. */
export function PostPhone({ comments, posts, send }: Props) {
  const { t } = useReader();
  const [answered, setAnswered] = useState<Comment | null>(null);
  const threads = comments.filter((it) => it.parentId === null);
  const nameOf = (comment: Comment) => comment.author?.name ?? 'HTX';
  const view = (comment: Comment) => (
    <>
      <div class={comment.author ? 'fb-comment' : 'fb-comment fb-comment-page'}>
        <strong>{nameOf(comment)}</strong>
        {comment.text ? (
          <p dir="auto">
            <LinkedText text={comment.text} />
          </p>
        ) : null}
        {comment.file ? <FileView file={comment.file} /> : null}
      </div>
      <button type="button" class="link" onClick={() => setAnswered(comment)}>
        {t('facebook.reply')}
      </button>
    </>
  );
  return (
    <section class="fb-phone" aria-label={t('facebook.post')}>
      <header class="fb-head">
        <img src="/playground/mark.svg" width="28" height="28" alt="" />
        <div>
          <h2>HTX</h2>
          <p class="quiet">{t('facebook.public')}</p>
        </div>
      </header>
      <div class="fb-thread">
        {posts.toReversed().map((post) => (
          <article key={post.id} class="fb-post">
            <p dir="auto">{post.text}</p>
            {post.link === null ? null : <a href={post.link}>{post.link}</a>}
          </article>
        ))}
        <p class="fb-post">{t('facebook.postText')}</p>
        {threads.length === 0 ? <p class="fb-empty">{t('facebook.noComments')}</p> : null}
        <ul class="fb-comments" aria-label={t('facebook.post')}>
          {threads.map((comment) => (
            <li key={comment.id}>
              {view(comment)}
              <ul class="fb-comments">
                {comments
                  .filter((it) => it.parentId === comment.id)
                  .map((reply) => (
                    <li key={reply.id}>{view(reply)}</li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
      {answered ? (
        <p class="fb-answered">
          {t('facebook.replyingTo', { name: nameOf(answered) })}
          <button type="button" class="link" onClick={() => setAnswered(null)}>
            {t('facebook.cancel')}
          </button>
        </p>
      ) : null}
      <WriteLine
        label={t('facebook.comment')}
        send={async (written) => {
          await send({ ...written, parentId: answered?.id ?? null });
          setAnswered(null);
        }}
      />
    </section>
  );
}
