import { type Article, endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookCheck } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { refetchArticle } from '../article-queries.ts';

/** Days until an article that was found to hold is to be read again. */
const interval = 180;

/** Says that one has read the article and that it still holds. */
export function ReviewedButton({ article: { id } }: { article: Article }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const review = useMutation({
    mutationFn: () => {
      const due = new Date(Date.now() + interval * 86_400_000).toISOString().slice(0, 10);
      return call(endpoints.articles.reviewed, { params: { id }, body: { nextDue: due } });
    },
    onSuccess: async ({ reviewDue }) => {
      toast.show({
        title: t('articles.reviewed.done'),
        description: reviewDue ? t('articles.reviewed.next', { day: format.date(reviewDue) }) : '',
        tone: 'success',
      });
      await refetchArticle(client, id);
    },
    onError: toast.error,
  });
  return (
    <Button variant="quiet" icon={<BookCheck />} loading={review.isPending} onClick={() => review.mutate()}>
      {t('articles.reviewed')}
    </Button>
  );
}
