import type { Category } from '@fairlead/contract/ticket-categories';
import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { ChooseCategory } from './choose-category.tsx';
import { TicketForm } from './ticket-form.tsx';

/** Opens a ticket: first what it is about, then what belongs to that. */
export function NewTicket({ category }: { category: Category | null }) {
  const { t } = useSpeech();
  const open = usePortalState((state) => state.config?.inbox !== null);
  return (
    <>
      <p class="way-back">
        <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('new.title')}</h1>
      {!open ? (
        <p>{t('closed.text')}</p>
      ) : category === null ? (
        <ChooseCategory />
      ) : (
        <TicketForm key={category} category={category} />
      )}
    </>
  );
}
