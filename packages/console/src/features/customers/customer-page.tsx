import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { customerQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CustomerAlerts } from '../alerts/customer-alerts.tsx';
import { CustomerTickets } from '../tickets/open/customer-tickets.tsx';
import { CustomerCard } from './customer-card.tsx';
import { CustomerConversations } from './customer-conversations.tsx';
import { customerName } from './customer-name.ts';

/** A customer and everything they asked. */
export function CustomerPage() {
  const t = useT();
  const can = useCan();
  const { customerId } = useParams({ from: '/app/customers/$customerId' });
  const { data } = useQuery(customerQuery(customerId));
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={data ? customerName(t, data) : t('customers.one')}
        leading={
          <Link to="/customers" aria-label={t('customers.back')} className={`${buttonClass('quiet')} px-2!`}>
            <ArrowLeft className="size-4 rtl:-scale-x-100" />
          </Link>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-6xl grid-cols-1 items-start gap-4 px-gutter py-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <section aria-label={t('customers.one')} className="rounded-lg border border-line bg-surface p-5">
            <CustomerCard customerId={customerId} />
            {can('tickets.read') && (
              <div className="mt-4 border-t border-line pt-3">
                <h2 className="mb-1 text-sm font-medium text-ink-2">{t('tickets.customer')}</h2>
                <CustomerTickets customerId={customerId} />
              </div>
            )}
            {can('alerts.stop') && data?.verified && (
              <div className="mt-4 border-t border-line pt-3">
                <h2 className="mb-1 text-sm font-medium text-ink-2">{t('alerts.title')}</h2>
                <CustomerAlerts customerId={customerId} />
              </div>
            )}
          </section>
          {can('conversations.read') && <CustomerConversations customerId={customerId} />}
        </div>
      </div>
    </div>
  );
}
