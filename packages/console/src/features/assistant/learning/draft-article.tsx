import { endpoints, type Locale, localeNames, locales, type QuestionCluster } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FilePlus2, FileText } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { learningKey } from './learning-queries.ts';

/** Begins an article for a cluster and opens it, or leads to the one that was begun. */
export function DraftArticle({ cluster }: { cluster: QuestionCluster }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const writes = useCan()('knowledge.write');
  const [locale, setLocale] = useState<Locale>(cluster.languages[0]?.locale ?? 'en');
  const draft = useMutation({
    mutationFn: () =>
      call(endpoints.assistant.draftForCluster, { params: { id: cluster.id }, body: { locale } }),
    onSuccess: async ({ articleId }) => {
      await client.invalidateQueries({ queryKey: learningKey });
      await navigate({ to: '/articles/$articleId', params: { articleId } });
    },
    onError: (thrown) => toast.error(thrown),
  });
  if (!writes) return null;
  if (cluster.articleId !== null)
    return (
      <Link
        to="/articles/$articleId"
        params={{ articleId: cluster.articleId }}
        className={buttonClass('secondary', 'md')}
      >
        <FileText className="size-4" aria-hidden />
        {t('learning.article.open')}
      </Link>
    );
  return (
    <>
      <Field label={t('learning.article.language')} className="w-44">
        <Select
          value={locale}
          onChange={setLocale}
          options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
        />
      </Field>
      <Button icon={<FilePlus2 />} loading={draft.isPending} onClick={() => draft.mutate()}>
        {t('learning.article.begin')}
      </Button>
    </>
  );
}
