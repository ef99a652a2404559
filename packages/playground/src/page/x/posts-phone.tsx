import { useState } from 'preact/hooks';
import type { Written } from '../facebook/facebook-client.ts';
import { WriteLine } from '../facebook/write-line.tsx';
import { LinkedText } from '../phone/linked-text.tsx';
import { useReader } from '../reader.ts';
import { accountName, type Post } from './x-client.ts';
import { XFile } from './x-file.tsx';

interface Props {
  readonly posts: readonly Post[];
  readonly send: (written: Written) => Promise<void>;
}

/** Posts with what answers them below, for everybody to read. */
export function PostsPhone({ posts, send }: Props) {
  const { t } = useReader();
  const [answered, setAnswered] = useState<Post | null>(null);
  const below = (parent: string | null) => posts.filter((it) => it.parentId === parent);
  /** A post, then all that answers it: one below the other, as X shows them. */
  const threadOf = (post: Post): Post[] => [post, ...below(post.id).flatMap(threadOf)];
  const nameOf = (id: string | null) => posts.find((it) => it.id === id)?.author.username ?? '';
  return (
    <section class="x-phone" aria-label={t('x.posts')}>
      <header class="x-head">
        <div>
          <h2>{t('x.posts')}</h2>
          <p class="quiet">{t('facebook.public')}</p>
        </div>
      </header>
      <ol class="x-posts" aria-label={t('x.posts')}>
        {below(null)
          .flatMap(threadOf)
          .map((post) => (
            <li key={post.id} class={post.parentId === null ? 'x-post' : 'x-post x-answer'}>
              <span class="x-face" aria-hidden="true">
                {[...post.author.name][0]}
              </span>
              <div class="x-body">
                <p class="x-author">
                  <strong>{post.author.name}</strong> <span class="quiet">@{post.author.username}</span>
                </p>
                {post.parentId !== null ? (
                  <p class="x-to">{t('facebook.replyingTo', { name: `@${nameOf(post.parentId)}` })}</p>
                ) : null}
                {post.text ? (
                  <p class="x-text" dir="auto">
                    <LinkedText text={post.text} />
                  </p>
                ) : null}
                {post.files.length > 0 ? (
                  <div class="x-files">
                    {post.files.map((file) => (
                      <XFile key={file.path} file={file} />
                    ))}
                  </div>
                ) : null}
                <button type="button" class="link" onClick={() => setAnswered(post)}>
                  {t('facebook.reply')}
                </button>
              </div>
            </li>
          ))}
      </ol>
      <p class="x-hint">
        {answered ? (
          <>
            {t('facebook.replyingTo', { name: `@${answered.author.username}` })}{' '}
            <button type="button" class="link" onClick={() => setAnswered(null)}>
              {t('facebook.cancel')}
            </button>
          </>
        ) : (
          t('x.mentionHint', { name: `@${accountName}` })
        )}
      </p>
      <WriteLine
        label={t('x.post')}
        send={async (written) => {
          await send({ ...written, parentId: answered?.id ?? null });
          setAnswered(null);
        }}
      />
    </section>
  );
}
