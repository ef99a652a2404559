import { type Article, type ArticleFacts, endpoints, visibilities } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useTicketChoices } from '../../tickets/choices.ts';
import { articleQuery, categoriesQuery, refetchArticle } from '../article-queries.ts';
import { AttachmentsField } from '../files/attachments-field.tsx';
import { isSlug } from '../list/slug-of.ts';
import { categoryName } from '../standing.ts';
import { RelatedField } from './related-field.tsx';
import { ReviewedButton } from './reviewed-button.tsx';

const nobody = '';

/** What holds for an article in every language. */
export function FactsPanel({ article }: { article: Article }) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const may = useCan();
  const choices = useTicketChoices();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const [facts, setFacts] = useState<ArticleFacts>(() => factsOf(article));
  const [files, setFiles] = useState(article.files);
  const change = (part: Partial<ArticleFacts>) => setFacts((before) => ({ ...before, ...part }));
  const save = useSave(article);
  const isPublished = article.translations.some(({ publishedId }) => publishedId !== null);
  const mayChange = may('knowledge.publish') || !isPublished;
  return (
    <Panel
      title={t('articles.facts')}
      description={
        article.reviewedAt
          ? t('articles.reviewed_at', { when: format.relativeTime(article.reviewedAt) })
          : undefined
      }
      className="self-start"
    >
      <Form
        valid={isSlug(facts.slug)}
        onSubmit={() => save.mutate({ ...facts, attachments: files.map(({ id }) => id) })}
        className="flex flex-col gap-3"
      >
        {(tried) => (
          <>
            <Field label={t('articles.category')}>
              <Select
                value={facts.categoryId}
                onChange={(categoryId) => change({ categoryId })}
                options={categories.map((it) => ({ value: it.id, label: categoryName(it, locale) }))}
              />
            </Field>
            <Field
              label={t('articles.slug')}
              error={tried && !isSlug(facts.slug) ? t('articles.slug.wrong') : undefined}
            >
              <Input mono maxLength={80} value={facts.slug} onValueChange={(slug) => change({ slug })} />
            </Field>
            <Field label={t('articles.visibility')}>
              <Select
                value={facts.visibility}
                onChange={(visibility) => change({ visibility })}
                options={visibilities.map((it) => ({ value: it, label: t(`articles.visibility.${it}`) }))}
              />
            </Field>
            <Field label={t('articles.tags')} hint={t('articles.tags.hint')}>
              <TagInput
                value={facts.tags}
                onChange={(tags) => change({ tags: tags.map((it) => it.toLowerCase()) })}
                maximumLength={40}
                maximumCount={20}
              />
            </Field>
            <Field label={t('articles.ticket_category')} hint={t('articles.ticket_category.hint')}>
              <Select
                value={facts.ticketCategory ?? nobody}
                onChange={(chosen: string) =>
                  change({
                    ticketCategory: choices.categories.find((it) => it.value === chosen)?.value ?? null,
                  })
                }
                options={[{ value: nobody, label: t('articles.none_chosen') }, ...choices.categories]}
              />
            </Field>
            <RelatedField
              value={facts.related}
              own={article.slug}
              onChange={(related) => change({ related })}
            />
            <AttachmentsField files={files} onChange={setFiles} />
            <Field label={t('articles.owner')}>
              <Select
                value={facts.ownerId ?? nobody}
                onChange={(chosen: string) => change({ ownerId: chosen || null })}
                options={[{ value: nobody, label: t('articles.none_chosen') }, ...choices.agents]}
              />
            </Field>
            <Field label={t('articles.review_due')}>
              <Input
                type="date"
                value={facts.reviewDue ?? ''}
                onValueChange={(day) => change({ reviewDue: day || null })}
              />
            </Field>
            <FormError error={save.error} />
            {!mayChange && <p className="text-sm text-ink-3">{t('articles.facts.published')}</p>}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" disabled={!mayChange} loading={save.isPending}>
                {t('articles.facts.save')}
              </Button>
              <ReviewedButton article={article} />
            </div>
          </>
        )}
      </Form>
    </Panel>
  );
}

const factsOf = (article: Article): ArticleFacts => ({
  categoryId: article.categoryId,
  slug: article.slug,
  visibility: article.visibility,
  tags: article.tags,
  intents: article.intents,
  ticketCategory: article.ticketCategory,
  related: article.related,
  attachments: article.attachments,
  ownerId: article.ownerId,
  reviewDue: article.reviewDue,
});

function useSave({ id, version }: Article) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: ArticleFacts) =>
      call(endpoints.articles.update, { params: { id }, body: { ...facts, version } }),
    onSuccess: async (saved) => {
      client.setQueryData(articleQuery(id).queryKey, saved);
      toast.show({ title: t('ui.saved'), tone: 'success' });
      await refetchArticle(client, id);
    },
  });
}
