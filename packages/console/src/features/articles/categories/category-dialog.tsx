import { endpoints, type HelpCategory, type HelpCategoryBody, type Locale } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { categoriesQuery } from '../article-queries.ts';
import { isSlug, slugOf } from '../list/slug-of.ts';
import { categoryName } from '../standing.ts';
import { CategoryTexts } from './category-texts.tsx';

const top = '';

interface CategoryDialogProps {
  /** Null adds one. */
  category: HelpCategory | null;
  /** The language to write it in first. */
  language?: Locale | undefined;
  all: readonly HelpCategory[];
  onClose: () => void;
}

/** Adds a category, or changes one: where it stands, its address, and its name in each language. */
export function CategoryDialog({ category, language, all, onClose }: CategoryDialogProps) {
  const t = useT();
  const form = useId();
  const { locale } = useLocale();
  const client = useQueryClient();
  const [ownSlug, setOwnSlug] = useState<string | null>(category?.slug ?? null);
  const [parentId, setParentId] = useState(category?.parentId ?? null);
  const [texts, setTexts] = useState<HelpCategoryBody['texts']>(() => ({
    ...(language && { [language]: { name: '', description: '' } }),
    ...(category?.texts ?? { en: { name: '', description: '' } }),
  }));
  const slug = ownSlug ?? slugOf(texts.en?.name ?? '');
  // One that has children becomes nobody's child: there are two levels.
  const hasChildren = all.some((it) => it.parentId === category?.id);
  const parents = all.filter((it) => it.parentId === null && it.id !== category?.id);
  const named = Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.name.trim() !== ''),
  ) as Partial<Record<Locale, { name: string; description: string }>>;
  const save = useMutation({
    mutationFn: () => {
      const body = { slug, parentId, texts: named };
      return category
        ? call(endpoints.articles.updateCategory, { params: { id: category.id }, body })
        : call(endpoints.articles.createCategory, { body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
      onClose();
    },
  });
  const says = Object.keys(named).length > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      title={
        category
          ? t('articles.category.edit', { name: categoryName(category, locale) })
          : t('articles.category.add')
      }
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={says && isSlug(slug)}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <CategoryTexts
              texts={texts}
              language={language}
              onChange={setTexts}
              missing={tried && !says ? t('articles.category.name.missing') : undefined}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('articles.slug')}
                error={tried && !isSlug(slug) ? t('articles.slug.wrong') : undefined}
              >
                <Input mono maxLength={80} value={slug} onValueChange={setOwnSlug} />
              </Field>
              <Field label={t('articles.category.parent')}>
                <Select
                  value={parentId ?? top}
                  onChange={(id: string) => setParentId(id || null)}
                  disabled={hasChildren}
                  options={[
                    { value: top, label: t('articles.category.top') },
                    ...parents.map((it) => ({ value: it.id, label: categoryName(it, locale) })),
                  ]}
                />
              </Field>
            </div>
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
