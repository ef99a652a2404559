import type { CopilotSuggestions } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Fold } from './fold.tsx';
import { useOfferFates, useShown } from './use-offers.ts';

interface SimilarTicketsProps {
  conversationId: string;
  tickets: CopilotSuggestions['similar'];
}

/** Solved tickets like this case, with why, and how they were solved. */
export function SimilarTickets(props: SimilarTicketsProps) {
  const t = useT();
  return (
    <Fold title={t('copilot.similar')} count={props.tickets.length}>
      <List {...props} />
    </Fold>
  );
}

function List({ conversationId, tickets }: SimilarTicketsProps) {
  const t = useT();
  const format = useFormat();
  const fates = useOfferFates(conversationId);
  useShown(
    conversationId,
    tickets.map((it) => it.offerId),
  );
  return (
    <ul className="flex flex-col gap-2.5">
      {tickets.map(({ id, offerId, number, subject, because, solvedBy, solvedAt }) => (
        <li key={id} className="text-sm">
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: id }}
            preload={false}
            onClick={() => fates.accept(offerId)}
            className="rounded-sm hover:underline"
          >
            <span className="font-medium tabular-nums">
              {t('tickets.ticket', { number: String(number) })}
            </span>{' '}
            <bdi>{subject}</bdi>
          </Link>
          <p className="text-xs text-ink-3">
            {t('copilot.similar.because', {
              reasons: format.list(because.map((it) => t(`copilot.like.${it}`))),
            })}
            {solvedAt && (
              <>
                <span aria-hidden> · </span>
                {format.dateTime(solvedAt)}
              </>
            )}
          </p>
          {solvedBy ? (
            <q dir="auto" className="line-clamp-3 text-ink-2">
              {solvedBy}
            </q>
          ) : (
            <p className="text-xs text-ink-3">{t('copilot.similar.no_reply')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
