import { type Article, type Locale, localeNames, locales } from '@fairlead/contract';
import { Plus } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { standingOf } from '../standing.ts';
import { StandingIcon } from '../standing-badge.tsx';

interface LanguageTabsProps {
  article: Article;
  value: Locale;
  onChange: (locale: Locale) => void;
}

/** The languages of an article, its source first, and the way to begin another. */
export function LanguageTabs({ article, value, onChange }: LanguageTabsProps) {
  const t = useT();
  const format = useFormat();
  const exists = (locale: Locale) => article.translations.some((it) => it.locale === locale);
  const others = locales.filter((it) => it !== article.sourceLocale);
  const shown = [article.sourceLocale, ...others.filter((it) => exists(it) || it === value)];
  const missing = others.filter((it) => !shown.includes(it));
  return (
    <nav
      aria-label={t('articles.languages')}
      className="flex flex-wrap items-center gap-1 border-b border-line pb-2"
    >
      {shown.map((locale) => {
        const standing = standingOf(article.translations.find((it) => it.locale === locale));
        return (
          <button
            key={locale}
            type="button"
            aria-current={locale === value ? 'page' : undefined}
            onClick={() => onChange(locale)}
            className={cx(
              'flex h-control items-center gap-1.5 rounded-md px-2.5 text-sm',
              locale === value
                ? 'bg-selected font-medium text-accent-text'
                : 'text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            <span lang={locale}>{localeNames[locale]}</span>
            <StandingIcon standing={standing} />
            <span className="sr-only">{t(`articles.standing.${standing}`)}</span>
          </button>
        );
      })}
      {missing.length > 0 && (
        <Menu
          trigger={
            <Button variant="quiet" size="sm" icon={<Plus />}>
              {t('articles.language.add')}
            </Button>
          }
        >
          {missing.map((locale) => (
            <MenuItem key={locale} onSelect={() => onChange(locale)}>
              {format.language(locale)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </nav>
  );
}
