import type { ArticleHit } from '@fairlead/contract';
import { languageOf } from '@fairlead/contract/locale';
import { languageList } from '../text/texts.ts';
import { useTexts } from '../views/context.ts';

interface Props {
  items: readonly ArticleHit[];
  /** The article is to be shown here. By other keys and buttons it opens as any link does. */
  onOpen: (article: ArticleHit) => void;
}

/** Articles to choose from; another language than the reader's is named. */
export function ArticleLinks({ items, onOpen }: Props) {
  const { locale } = useTexts();
  return (
    <ul class="article-links">
      {items.map((item) => (
        <li key={item.slug}>
          <a
            href={item.url}
            target="_blank"
            rel="noopener"
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(item);
            }}
          >
            <span lang={item.locale} dir="auto">
              {item.titleFragments.map(({ text, hit }, index) =>
                hit ? <mark key={index}>{text}</mark> : text,
              )}
            </span>
            {languageOf(item.locale) !== languageOf(locale) && (
              <small>{languageList(locale, [item.locale])}</small>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
