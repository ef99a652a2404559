import type { HelpCategory } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { categoryName } from '../standing.ts';
import { canMove } from './category-order.ts';

interface CategoryRowProps {
  category: HelpCategory;
  all: readonly HelpCategory[];
  onMove: (step: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One category of the list, a child further in than its parent. */
export function CategoryRow({ category, all, onMove, onEdit, onRemove }: CategoryRowProps) {
  const t = useT();
  const { locale } = useLocale();
  const name = categoryName(category, locale);
  const empty = category.articles === 0 && all.every(({ parentId }) => parentId !== category.id);
  return (
    <li className={cx('flex flex-wrap items-center gap-2 px-4 py-2', category.parentId && 'ps-10')}>
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-sm text-ink-3">
          <span className="font-mono">{category.slug}</span>
          {' · '}
          <Link
            to="/articles"
            search={{ category: category.id }}
            className="text-accent-text underline underline-offset-2"
          >
            {t('articles.category.count', { count: category.articles })}
          </Link>
          {' · '}
          {t('articles.category.languages', { count: Object.keys(category.texts).length })}
        </p>
      </div>
      <span className="flex max-sm:ms-auto">
        <IconButton
          label={t('articles.category.up', { name })}
          icon={<ArrowUp />}
          disabled={!canMove(all, category, -1)}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t('articles.category.down', { name })}
          icon={<ArrowDown />}
          disabled={!canMove(all, category, 1)}
          onClick={() => onMove(1)}
        />
        <IconButton label={t('articles.category.edit', { name })} icon={<Pencil />} onClick={onEdit} />
        <IconButton
          label={t('articles.category.remove.named', { name })}
          icon={<Trash2 />}
          disabled={!empty}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}
