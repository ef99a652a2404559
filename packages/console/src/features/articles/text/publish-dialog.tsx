import { type Article, type ArticleTranslation, endpoints, type Locale } from '@fairlead/contract';
import { picturesIn } from '@fairlead/markdown';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { refetchArticle, translationQuery } from '../article-queries.ts';

interface PublishDialogProps {
  article: Article;
  locale: Locale;
  translation: ArticleTranslation;
  onClose: () => void;
}

/** When readers are to see a text, and whether its translations have to follow. */
export function PublishDialog({ article, locale, translation, onClose }: PublishDialogProps) {
  const t = useT();
  const format = useFormat();
  const form = useId();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [moment, setMoment] = useState('');
  const [minor, setMinor] = useState(false);
  // A minor change leaves translations current, so that it has to be the source that readers see already.
  const mayBeMinor = locale === article.sourceLocale && translation.publishedId !== null && when === 'now';
  const at = when === 'later' && moment ? new Date(moment).toISOString() : null;
  const silent = picturesIn(translation.revision.body).filter((it) => it.alt.trim() === '').length;
  const publish = usePublish(article.id, locale, onClose);
  const timed = when === 'now' || at !== null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="sm"
      title={t('articles.publish.title', { language: format.language(locale) })}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={publish.isPending}>
            {t(when === 'now' ? 'articles.publish.now' : 'articles.publish.later')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={timed}
        onSubmit={() =>
          publish.mutate({ revisionId: translation.revisionId, at, minor: minor && mayBeMinor })
        }
        className="flex flex-col items-start gap-4"
      >
        {(tried) => (
          <>
            <Segmented
              label={t('articles.publish.when')}
              value={when}
              onChange={setWhen}
              options={[
                { value: 'now', label: t('articles.publish.when.now') },
                { value: 'later', label: t('articles.publish.when.later') },
              ]}
            />
            {when === 'later' && (
              <Field
                label={t('articles.publish.at')}
                hint={t('articles.publish.at.hint')}
                error={tried && !timed ? t('articles.publish.at.missing') : undefined}
              >
                <Input type="datetime-local" value={moment} onValueChange={setMoment} />
              </Field>
            )}
            {mayBeMinor && (
              <Checkbox
                checked={minor}
                onChange={setMinor}
                label={t('articles.minor')}
                hint={t('articles.minor.hint')}
              />
            )}
            {silent > 0 && (
              <p className="flex items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
                <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
                {t('articles.publish.alt', { count: silent })}
              </p>
            )}
            <FormError error={publish.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function usePublish(id: string, locale: Locale, onDone: () => void) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { revisionId: string; at: string | null; minor: boolean }) =>
      call(endpoints.articles.publish, { params: { id, locale }, body }),
    onSuccess: (saved, { at }) => {
      client.setQueryData(translationQuery(id, locale).queryKey, saved);
      toast.show({
        title: at
          ? t('articles.scheduled', { when: format.dateTime(at) })
          : t('articles.published', { language: format.language(locale) }),
        tone: 'success',
      });
      void refetchArticle(client, id);
      onDone();
    },
  });
}
