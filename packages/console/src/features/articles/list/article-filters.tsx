import { type Locale, locales } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { SearchBox } from '../../../shell/search-box.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FilterMenu } from '../../tickets/list/filter-menu.tsx';
import { categoriesQuery } from '../article-queries.ts';
import { categoryName } from '../standing.ts';
import { type ArticleSearch, type Standing, standings } from './article-search.ts';

interface ArticleFiltersProps {
  search: ArticleSearch;
  /** Changes what is given; undefined takes a filter away. */
  onNarrow: (change: { [K in keyof ArticleSearch]: ArticleSearch[K] | undefined }) => void;
  busy: boolean;
}

/** What the list of articles is narrowed by. */
export function ArticleFilters({ search, onNarrow, busy }: ArticleFiltersProps) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { language } = search;
  return (
    <>
      <SearchBox
        value={search.q ?? ''}
        onSearch={(q) => onNarrow({ q: q || undefined })}
        labelKey="articles.search"
        placeholder={t('articles.search')}
        busy={busy}
        className="w-72 max-w-full"
      />
      <FilterMenu
        label={t('articles.category')}
        value={search.category}
        options={categories.map((it) => ({ value: it.id, label: categoryName(it, locale) }))}
        onChange={(category) => onNarrow({ category })}
      />
      <FilterMenu<Locale>
        label={t('articles.language')}
        value={language}
        options={locales.map((it) => ({ value: it, label: format.language(it) }))}
        onChange={(it) =>
          onNarrow({
            language: it,
            ...(it || search.standing !== 'missing' ? {} : { standing: undefined }),
          })
        }
      />
      <FilterMenu<Standing>
        label={t('articles.standing')}
        value={search.standing}
        options={standings
          .filter((it) => it !== 'missing' || language)
          .map((it) => ({ value: it, label: t(`articles.standing.${it}`) }))}
        onChange={(standing) => onNarrow({ standing })}
      />
      <Checkbox
        checked={search.due === true}
        onChange={(due) => onNarrow({ due: due ? true : undefined })}
        label={t('articles.filter.due')}
      />
    </>
  );
}
