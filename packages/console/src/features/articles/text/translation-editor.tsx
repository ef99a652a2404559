import type { Article, ArticleTranslation, Locale } from '@fairlead/contract';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { TranslateDraft } from '../../translation/translate-draft.tsx';
import { SourcePane } from '../compare/source-pane.tsx';
import { BodyField } from './body-field.tsx';
import { CollisionDialog } from './collision-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { TextActions } from './text-actions.tsx';
import { useSaveText } from './use-save-text.ts';
import { useText } from './use-text.ts';

interface TranslationEditorProps {
  article: Article;
  locale: Locale;
  beside: 'preview' | 'source';
  /** Null for one that does not exist yet. */
  translation: ArticleTranslation | null;
  source: ArticleTranslation['source'];
}

/** The text of an article in one language as it is written, beside what readers would see of it or beside its source. */
export function TranslationEditor({ article, locale, beside, translation, source }: TranslationEditorProps) {
  const t = useT();
  const format = useFormat();
  const written = useText(article.id, locale, translation?.revision ?? null);
  const [upToDate, setUpToDate] = useState(translation === null);
  const behind = source !== null && translation?.currency !== 'current';
  const followsId = behind && upToDate ? source.now.id : undefined;
  const save = useSaveText({ articleId: article.id, locale, written, followsId });
  const { text, write } = written;
  const language = { lang: locale, dir: 'auto' } as const;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        {written.recovered && (
          <div
            role="status"
            className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2 text-sm text-accent-text"
          >
            <span className="min-w-0 flex-1 basis-48">{t('articles.recovered')}</span>
            <Button size="sm" icon={<RotateCcw />} onClick={written.discard}>
              {t('articles.discard')}
            </Button>
          </div>
        )}
        {source && (
          <TranslateDraft
            from={article.sourceLocale}
            to={locale}
            texts={[source.now.title, source.now.summary, source.now.body]}
            onDraft={([title = '', summary = '', body = '']) => write({ title, summary, body })}
          />
        )}
        <Field
          label={t('articles.title')}
          error={save.tried && !text.title.trim() ? t('articles.title.missing') : undefined}
        >
          <Input
            maxLength={160}
            value={text.title}
            onValueChange={(title) => write({ title })}
            {...language}
          />
        </Field>
        <Field
          label={t('articles.summary')}
          aside={
            <span className="text-ink-3 tabular-nums">
              {t('articles.length', { count: format.number(text.summary.length) })}
            </span>
          }
          hint={t('articles.summary.hint')}
        >
          <Input
            maxLength={400}
            value={text.summary}
            onValueChange={(summary) => write({ summary })}
            {...language}
          />
        </Field>
        <BodyField
          value={text.body}
          onChange={(body) => write({ body })}
          locale={locale}
          ownSlug={article.slug}
        />
        {behind && (
          <Checkbox
            checked={upToDate}
            onChange={setUpToDate}
            label={t('articles.up_to_date')}
            hint={t('articles.up_to_date.hint')}
          />
        )}
        <FormError error={save.error} />
        <TextActions
          article={article}
          translation={translation}
          changed={written.changed || (followsId !== undefined && translation !== null)}
          save={save}
          locale={locale}
        />
      </div>
      <div className={cx('min-w-0', beside === 'source' && 'lg:order-first')}>
        {beside === 'source' && source ? (
          <SourcePane source={source} locale={article.sourceLocale} />
        ) : (
          <PreviewPane text={text} locale={locale} />
        )}
      </div>
      {save.theirs && (
        <CollisionDialog
          theirs={save.theirs}
          mine={text}
          locale={locale}
          busy={save.isPending}
          onKeepMine={save.keepMine}
          onTakeTheirs={save.takeTheirs}
          onClose={save.decideLater}
        />
      )}
    </div>
  );
}
