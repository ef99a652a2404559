import { endpoints, type Locale, localeNames, locales } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { categoriesQuery, refetchArticle } from '../article-queries.ts';
import { categoryName } from '../standing.ts';
import { isSlug, slugOf } from './slug-of.ts';

/** By the contract. */
const longestTag = 40;

interface NewArticleDialogProps {
  /** The category that the list is narrowed to. */
  category: string | undefined;
  /** What readers looked for, which it is to answer. */
  about?: { words: string; locale: Locale };
  onClose: () => void;
}

/** Begins an article as a draft, owned by whoever begins it, and opens it. */
export function NewArticleDialog({ category, about, onClose }: NewArticleDialogProps) {
  const t = useT();
  const form = useId();
  const { locale } = useLocale();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const [title, setTitle] = useState(about?.words ?? '');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [categoryId, setCategoryId] = useState(category ?? null);
  const [sourceLocale, setSourceLocale] = useState<Locale>(about?.locale ?? 'en');
  const slug = ownSlug ?? slugOf(title);
  const create = useMutation({
    mutationFn: () =>
      call(endpoints.articles.create, {
        body: {
          categoryId: categoryId ?? '',
          slug,
          sourceLocale,
          ownerId: me.agent.id,
          // Found by these words from now on, whatever the title becomes.
          ...(about ? { tags: [about.words.slice(0, longestTag).trim()] } : {}),
          text: { title: title.trim(), summary: '', body: '' },
        },
      }),
    onSuccess: async ({ id }) => {
      await refetchArticle(client, id);
      await navigate({ to: '/articles/$articleId', params: { articleId: id } });
    },
  });
  const named = title.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      title={t('articles.new')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={create.isPending}>
            {t('articles.begin')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && isSlug(slug) && categoryId !== null}
        onSubmit={() => create.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('articles.title')}
              hint={t('articles.title.hint')}
              error={tried && !named ? t('articles.title.missing') : undefined}
            >
              <Input maxLength={160} value={title} onValueChange={setTitle} />
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('articles.category')}
                error={tried && !categoryId ? t('articles.category.missing') : undefined}
              >
                <Select
                  value={categoryId}
                  onChange={setCategoryId}
                  placeholder={t('articles.category.choose')}
                  options={categories.map((it) => ({ value: it.id, label: categoryName(it, locale) }))}
                />
              </Field>
              <Field label={t('articles.source_language')}>
                <Select
                  value={sourceLocale}
                  onChange={setSourceLocale}
                  options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
                />
              </Field>
            </div>
            <Field
              label={t('articles.slug')}
              hint={t('articles.slug.hint')}
              error={tried && !isSlug(slug) ? t('articles.slug.wrong') : undefined}
            >
              <Input mono maxLength={80} value={slug} onValueChange={setOwnSlug} />
            </Field>
            <FormError error={create.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
