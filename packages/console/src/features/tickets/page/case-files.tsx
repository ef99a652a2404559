import type { TicketDetail, TicketFile } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy, Paperclip } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { evidenceQuery } from '../../../live/ticket-queries.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { FileSize } from '../../inbox/file-size.tsx';
import { Attachments } from '../../inbox/thread/attachments.tsx';

/** Every file of a case, from its thread and its comments, oldest first: what it shows, who sent it, where and when. */
export function CaseFiles({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data, error, refetch } = useQuery(evidenceQuery(ticket.id));
  return (
    <div className="h-full overflow-y-auto px-4 py-4">
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.files.length === 0 ? (
        <EmptyState icon={<Paperclip />} title={t('tickets.files.empty.title')}>
          {t('tickets.files.empty.text')}
        </EmptyState>
      ) : (
        <ul className="mx-auto grid max-w-5xl grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-4">
          {data.files.map((file) => (
            <CaseFile key={file.attachment.id} file={file} conversationId={ticket.conversationId} />
          ))}
        </ul>
      )}
    </div>
  );
}

function CaseFile({ file, conversationId }: { file: TicketFile; conversationId: string | null }) {
  const t = useT();
  const format = useFormat();
  const { attachment, of, author, at, alsoOn } = file;
  const where = of === 'comment' || conversationId === null ? {} : { conversationId };
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-lg border border-line p-3">
      <Attachments attachments={[attachment]} {...where} />
      <div className="mt-auto min-w-0">
        <p className="truncate font-medium" title={attachment.name}>
          {attachment.name}
        </p>
        <p className="text-xs text-ink-3">
          {attachment.type.split('/')[1]?.toUpperCase()} · <FileSize bytes={attachment.size} /> ·{' '}
          {t(`tickets.found.${of}`)}
        </p>
        <p className="text-xs text-ink-3">
          {author.name === '' && author.type === 'customer' ? t('inbox.author.customer') : author.name}{' '}
          <time dateTime={at}>{format.dateTime(at)}</time>
        </p>
        {alsoOn.length > 0 && <AlsoOn tickets={alsoOn} />}
      </div>
    </li>
  );
}

/** The other tickets that show the same picture. */
function AlsoOn({ tickets }: { tickets: TicketFile['alsoOn'] }) {
  const t = useT();
  return (
    <div className="mt-2 flex gap-1.5 border-t border-line pt-2 text-sm">
      <Copy className="mt-0.5 size-4 shrink-0 text-warning-text" aria-hidden />
      <div className="min-w-0">
        <p className="text-warning-text">{t('tickets.files.also_on')}</p>
        <ul>
          {tickets.map(({ id, number, subject, otherCustomer }) => (
            <li key={id}>
              <Link
                to="/tickets/$ticketId"
                params={{ ticketId: id }}
                title={subject}
                className="font-medium underline"
              >
                {t('tickets.number', { number: String(number) })}
              </Link>{' '}
              {otherCustomer && <span className="text-ink-2">{t('tickets.files.other_customer')}</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
