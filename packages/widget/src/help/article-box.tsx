import type { PublicArticle } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { fileSize } from '../text/file-size.ts';
import { useTexts } from '../views/context.ts';
import { Icon } from '../views/icon.tsx';
import { Helpful } from './helpful.tsx';
import { readArticle, tellOpened } from './read-article.ts';

interface Props {
  /** Its page is there when the article cannot be had. */
  article: Pick<PublicArticle, 'slug' | 'url'>;
  /** What the search is called by which it was found. */
  search?: Promise<string | null> | undefined;
  call: Api['call'];
  onClose: () => void;
}

/** An article over everything else; what lies below stays as it was. Links to other articles are followed here, others lead to new tabs. */
export function ArticleBox({ article: first, search, call, onClose }: Props) {
  const { t, locale } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [way, setWay] = useState<Array<Props['article']>>([first]);
  const from = useRef(search);
  const [article, setArticle] = useState<PublicArticle | 'failed' | null>(null);
  const here = way.at(-1) ?? first;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let current = true;
    setArticle(null);
    readArticle(call, here.slug, locale).then(
      (it) => {
        if (!current) return;
        setArticle(it);
        void tellOpened(call, it, from.current);
        from.current = undefined;
      },
      () => current && setArticle('failed'),
    );
    return () => {
      current = false;
    };
  }, [here.slug, locale]);

  function follow(event: MouseEvent) {
    const link = (event.target as Element).closest('a');
    const target = link?.getAttribute('href') ?? '#';
    if (!link || target.startsWith('#')) return;
    const next = /^\/help\/[\w-]+\/[\w-]+\/([\w-]+)/.exec(target)?.[1];
    if (next && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      setWay([...way, { slug: next, url: target }]);
    } else link.target = '_blank';
  }
  return (
    <dialog
      class="article-box"
      ref={dialog}
      aria-label={article && article !== 'failed' ? article.title : t('help.suggestions')}
      onClose={onClose}
    >
      <div class="article-bar">
        <button
          type="button"
          class="icon-button"
          aria-label={t('help.back')}
          onClick={() => (way.length > 1 ? setWay(way.slice(0, -1)) : dialog.current?.close())}
        >
          <Icon name="back" />
        </button>
        <span class="grow" />
        {(!article || article === 'failed' || article.visibility === 'public') && (
          <a class="article-page" href={here.url} target="_blank" rel="noopener">
            {t('help.page')}
            <Icon name="external" />
          </a>
        )}
      </div>
      <div class="article" key={here.slug} tabIndex={0} aria-busy={article === null}>
        {article === null ? (
          <>
            <i class="bone bone-title" />
            <i class="bone bone-card" />
          </>
        ) : article === 'failed' ? (
          <p role="alert">{t('help.failed')}</p>
        ) : (
          <>
            <h1 lang={article.locale} dir="auto">
              {article.title}
            </h1>
            {article.factsAsOf && (
              <p class="article-facts">
                {t('help.asOf', {
                  when: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                    new Date(article.factsAsOf),
                  ),
                })}
              </p>
            )}
            <div
              lang={article.locale}
              dir="auto"
              onClick={follow}
              // Sanitised by the server: there is no HTML in articles but what it makes.
              dangerouslySetInnerHTML={{ __html: article.html }}
            />
            {article.attachments.length > 0 && (
              <section>
                <h2>{t('help.files')}</h2>
                {article.attachments.map(({ name, size, url }) => (
                  <a key={url} class="document" href={url} target="_blank" rel="noopener">
                    <Icon name="file" />
                    <span class="grow">
                      <b dir="auto">{name}</b>
                      <small>{fileSize(locale, size)}</small>
                    </span>
                  </a>
                ))}
              </section>
            )}
            <Helpful article={article} call={call} />
          </>
        )}
      </div>
    </dialog>
  );
}
