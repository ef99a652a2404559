import { SearchX, TicketCheck } from 'lucide-react';
import type { MessageKey } from '../../../i18n/i18n.tsx';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { isFiltered, withoutFilters } from './ticket-search.ts';
import type { TicketAddress } from './use-ticket-address.ts';

const teaching: Record<string, [title: MessageKey, text: MessageKey]> = {
  mine: ['tickets.empty.mine.title', 'tickets.empty.mine.text'],
  breached: ['tickets.empty.breached.title', 'tickets.empty.breached.text'],
  due_soon: ['tickets.empty.due_soon.title', 'tickets.empty.due_soon.text'],
  unassigned: ['tickets.empty.unassigned.title', 'tickets.empty.unassigned.text'],
  open: ['tickets.empty.open.title', 'tickets.empty.open.text'],
  followed: ['tickets.empty.followed.title', 'tickets.empty.followed.text'],
  solved: ['tickets.empty.solved.title', 'tickets.empty.solved.text'],
};

/** An empty list: what would be here and how it comes, or how to find more. */
export function NothingHere({ address }: { address: TicketAddress }) {
  const t = useT();
  const { search, view, replace } = address;
  if (isFiltered(search)) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('tickets.nothing.title')}
        action={<Button onClick={() => replace(withoutFilters(search))}>{t('tickets.filter.clear')}</Button>}
      >
        {t(search.q ? 'tickets.nothing.search' : 'tickets.nothing.filter')}
      </EmptyState>
    );
  }
  const [title, text] = teaching[view] ?? ['tickets.empty.saved.title', 'tickets.empty.saved.text'];
  return (
    <EmptyState icon={<TicketCheck />} title={t(title)}>
      {t(text)}
    </EmptyState>
  );
}
