import {
  liveChatPatienceMinutes,
  type NotToldInChat,
  type TicketDetail,
  type TicketTelling,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { tellingQuery } from '../../../live/ticket-queries.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { channelLabel } from '../marks/channel-mark.tsx';
import { Section } from './section.tsx';

/** How the customer is told of their ticket, what they were told last, and whether the chat that they chose was not reached. */
export function Telling({ ticket }: { ticket: TicketDetail }) {
  const { id, customer, parentId, isTracker, channel } = ticket;
  return customer && !parentId && !isTracker ? <Told id={id} always={channel === 'portal'} /> : null;
}

/** Unless `always`, only of whom something was chosen: other tickets have a conversation that tells. */
function Told({ id, always }: { id: string; always: boolean }) {
  const t = useT();
  const { data, error, refetch } = useQuery(tellingQuery(id));
  if (!always && !error && !data?.way && !data?.trouble && !data?.last) return null;
  return (
    <Section title={t('tickets.telling')}>
      {data ? (
        <div className="flex flex-col gap-1 text-sm">
          <p>{wayOf(t, data)}</p>
          {data.trouble && <Missed trouble={data.trouble} />}
          {data.last && <Last last={data.last} />}
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={1} />
      )}
    </Section>
  );
}

function wayOf(t: ReturnType<typeof useT>, { way, chat }: TicketTelling): string {
  if (way === 'email') return t('tickets.telling.email');
  if (way === 'live_chat') return t('tickets.telling.live_chat');
  if (!chat) return t('tickets.telling.none');
  return t('tickets.telling.chat', { channel: channelLabel(t, chat.channel), inbox: chat.inbox });
}

function Missed({ trouble: { channel, why, byEmail } }: { trouble: NotToldInChat }) {
  const t = useT();
  return (
    <p className="flex items-start gap-1.5 text-warning-text">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span className="min-w-0">
        {channel === 'chat' && why !== 'unread'
          ? t('tickets.telling.trouble.live_closed')
          : t(`tickets.telling.trouble.${why}`, {
              channel: channelLabel(t, channel),
              minutes: liveChatPatienceMinutes,
            })}{' '}
        {t(byEmail ? 'tickets.telling.instead.email' : 'tickets.telling.instead.portal')}
      </span>
    </p>
  );
}

function Last({
  last: { at, kind, way, channel, read, reason },
}: {
  last: NonNullable<TicketTelling['last']>;
}) {
  const t = useT();
  const format = useFormat();
  const words = kind && { kind: t(`tickets.telling.kind.${kind}`), when: format.dateTime(at) };
  return (
    <>
      {words && (
        <p className="text-ink-3">
          {t(way === 'nothing' ? 'tickets.telling.last.nothing' : 'tickets.telling.last', words)}
        </p>
      )}
      {read !== null && (
        <p className="text-ink-3">{t(read ? 'tickets.telling.read' : 'tickets.telling.unread')}</p>
      )}
      {reason && channel && (
        <p className="text-ink-3 [overflow-wrap:anywhere]">
          {t('tickets.telling.reason', { channel: channelLabel(t, channel), reason })}
        </p>
      )}
    </>
  );
}
