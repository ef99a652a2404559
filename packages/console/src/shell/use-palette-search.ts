import { endpoints } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api.ts';
import { customerName } from '../features/customers/customer-name.ts';
import { type Translate, useT } from '../i18n/i18n.tsx';
import { sayMarks } from '../i18n/say-marks.ts';
import { useCan } from '../session.tsx';
import { paletteQuery } from './palette-query.ts';
import { usePaused } from './use-paused.ts';

const typingPause = 250;
const shown = 6;

/** Something that the server found, and the way there. */
interface Found {
  id: string;
  label: string;
  /** What else tells it from others, such as the last words. */
  detail: string;
  run: () => void;
}

interface PaletteSearch {
  groups: readonly { heading: string; found: readonly Found[] }[];
  /** The server is being asked. */
  busy: boolean;
  failed: boolean;
}

/** Looks for conversations, tickets and customers, by text, number or name, within what this agent may see. */
export function usePaletteSearch(text: string): PaletteSearch {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const wanted = paletteQuery(text);
  const q = paletteQuery(usePaused(text, typingPause));
  const asks = wanted !== null && q !== null;
  const conversations = useQuery({
    queryKey: ['palette', 'conversations', q],
    queryFn: ({ signal }) =>
      call(endpoints.conversations.list, { query: { view: 'all', q: q ?? '', limit: shown }, signal }),
    enabled: asks && can('conversations.read'),
    placeholderData: keepPreviousData,
  });
  const tickets = useQuery({
    queryKey: ['palette', 'tickets', q],
    queryFn: ({ signal }) => call(endpoints.tickets.list, { query: { q: q ?? '', limit: shown }, signal }),
    enabled: asks && can('tickets.read'),
    placeholderData: keepPreviousData,
  });
  const customers = useQuery({
    queryKey: ['palette', 'customers', q],
    queryFn: ({ signal }) => call(endpoints.people.listCustomers, { query: { q: q ?? '' }, signal }),
    enabled: asks && can('customers.read'),
    placeholderData: keepPreviousData,
  });
  if (wanted === null) return { groups: [], busy: false, failed: false };
  return {
    groups: [
      {
        heading: t('shell.palette.conversations'),
        found: (conversations.data?.items ?? []).map((item) => ({
          id: item.id,
          label: `${t('inbox.number', { number: String(item.number) })} ${customerName(t, item.customer)}`,
          detail: sayMarks(t, item.preview?.text ?? ''),
          run: () =>
            void navigate({
              to: '/inbox/$view/$conversationId',
              params: { view: item.state === 'closed' ? 'closed' : 'all', conversationId: item.id },
            }),
        })),
      },
      {
        heading: t('shell.nav.tickets'),
        found: (tickets.data?.items ?? []).map((item) => ({
          id: item.id,
          label: t('tickets.named', { number: String(item.number), subject: item.subject }),
          detail: item.customer ? customerName(t, item.customer) : '',
          run: () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: item.id } }),
        })),
      },
      {
        heading: t('shell.nav.customers'),
        found: (customers.data?.items ?? []).slice(0, shown).map((item) => ({
          id: item.id,
          label: customerName(t, item),
          detail: identityOf(t, item),
          run: () => void navigate({ to: '/customers/$customerId', params: { customerId: item.id } }),
        })),
      },
    ],
    busy: wanted !== q || conversations.isFetching || tickets.isFetching || customers.isFetching,
    failed: conversations.isError || tickets.isError || customers.isError,
  };
}

function identityOf(t: Translate, customer: { externalId: string | null; email: string | null }): string {
  const { externalId, email } = customer;
  return externalId ? t('shell.palette.uid', { uid: externalId }) : (email ?? '');
}
