import { type Conversation, endpoints } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';

/** What the customer agreed to be sent on their platform, or refused. Nothing where they never said anything of it. */
export function NoticeConsents({ conversation: { id, lastSeq } }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-consents', id, lastSeq],
    queryFn: () => call(endpoints.conversations.noticeConsents, { params: { id } }),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  if (!error && !data?.items.length) return null;
  return (
    <section className="px-4 py-3.5">
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t('inbox.consents')}</h2>
      {data ? (
        <ul className="flex flex-col gap-1.5">
          {data.items.map((it) => (
            <li key={`${it.templateId} ${it.at}`} className="text-sm">
              <span className="font-medium">{t(`inbox.consents.${it.standing}`)}</span>{' '}
              {it.kind ? (
                t(`channels.notices.${it.kind}`)
              ) : (
                <code className="break-all">{it.templateId}</code>
              )}
              <span className="block text-ink-3">
                {format.dateTime(it.at)} · {t(`inbox.consents.source.${it.source}`)}
                {it.usedAt && <> · {t('inbox.consents.sent', { when: format.dateTime(it.usedAt) })}</>}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="flex items-center justify-between gap-2 text-sm text-ink-3">
          {t('inbox.consents.failed')}
          <Button size="sm" onClick={() => void refetch()}>
            {t('ui.retry')}
          </Button>
        </p>
      )}
    </section>
  );
}
