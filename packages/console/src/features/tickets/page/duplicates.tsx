import type { PossibleDuplicate, TicketDetail } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { duplicatesQuery } from '../../../live/ticket-queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TicketLine } from '../marks/ticket-line.tsx';
import { Section } from './section.tsx';
import { useMerge } from './use-merge.ts';
import type { TicketActions } from './use-ticket-actions.ts';

interface DuplicatesProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
}

/** Open tickets that may be the same case, and the way to merge this one into one of them. Shows nothing where there are none. */
export function Duplicates({ ticket, actions, editable }: DuplicatesProps) {
  const t = useT();
  const merge = useMerge(ticket, actions);
  // Without an answer the ticket is worked on as before: nobody waits for this.
  const { data = [] } = useQuery(duplicatesQuery(ticket));
  if (data.length === 0) return null;
  return (
    <Section title={t('tickets.duplicates')}>
      <ul className="-mx-2">
        {data.map((it) => (
          <Line
            key={it.ticket.id}
            duplicate={it}
            {...(editable && it.sameCustomer ? { onMerge: merge } : {})}
          />
        ))}
      </ul>
    </Section>
  );
}

function Line({
  duplicate: { ticket, because, sameCustomer },
  onMerge,
}: {
  duplicate: PossibleDuplicate;
  onMerge?: (intoId: string) => Promise<void>;
}) {
  const t = useT();
  return (
    <li className="flex items-start">
      <TicketLine ticket={ticket}>
        {because.map((it) => (
          <Badge key={it}>{t(`tickets.duplicates.${it}`)}</Badge>
        ))}
        {!sameCustomer && <Badge tone="warning">{t('tickets.duplicates.other_customer')}</Badge>}
      </TicketLine>
      {onMerge && (
        <IconButton
          size="sm"
          label={t('tickets.duplicates.merge', { number: String(ticket.number) })}
          icon={<GitMerge />}
          onClick={() => void onMerge(ticket.id)}
        />
      )}
    </li>
  );
}
