import type { Locale } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import type { ArticleView } from '../page/article-view.ts';

interface TextRow {
  articleId: string;
  locale: Locale;
  title: string;
}

/** The title of a text, which leads to it for those who write; beside the text stands `view`. */
export function useTextColumn(view?: ArticleView): Column<TextRow> {
  const t = useT();
  const writes = useCan()('knowledge.write');
  return {
    id: 'title',
    header: t('articles.title'),
    value: ({ title }) => title,
    cell: ({ articleId, locale, title }) =>
      writes ? (
        <Link
          to="/articles/$articleId"
          params={{ articleId }}
          search={{ language: locale, ...(view ? { view } : {}) }}
          className="block min-w-40 rounded-sm py-1 font-medium [overflow-wrap:anywhere] hover:underline"
        >
          <span lang={locale}>{title}</span>
        </Link>
      ) : (
        <span lang={locale} className="block min-w-40 py-1 [overflow-wrap:anywhere]">
          {title}
        </span>
      ),
  };
}
