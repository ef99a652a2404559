import { type Customer, languageOf } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { customerQuery } from '../../queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { hueOf } from '../../ui/initials.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { channelLabel } from '../tickets/marks/channel-mark.tsx';
import { customerName } from './customer-name.ts';
import { LocalTime } from './local-time.tsx';
import { TierBadge } from './tier-badge.tsx';
import { VerifiedBadge } from './verified-badge.tsx';
import { VisitedPage } from './visited-page.tsx';

/**
 * What is known of a customer: verified or not, UID, tier, language, local time, page, identities, history. Fetches by itself;
 * `head` is false where the page already names the customer.
 */
export function CustomerCard({ customerId, head = true }: { customerId: string; head?: boolean }) {
  const { data, error, refetch } = useQuery(customerQuery(customerId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} className="py-6!" />;
  if (!data) return <CustomerCardSkeleton />;
  return (
    <div className="flex flex-col gap-4">
      {head && <CustomerHead customer={data} />}
      <CustomerFacts customer={data} />
      <CustomerIdentities customer={data} />
    </div>
  );
}

/** Who it is, in one glance. */
function CustomerHead({ customer }: { customer: Customer }) {
  const t = useT();
  const name = customerName(t, customer);
  return (
    <div className="flex items-start gap-3">
      <Avatar
        name={customer.name}
        hue={hueOf(customer.id)}
        size="lg"
        presence={customer.online ? 'online' : 'offline'}
      />
      <div className="min-w-0 flex-1">
        <p className="truncate text-lg leading-6 font-semibold">{name}</p>
        <div className="mt-1 flex flex-wrap gap-1.5">
          <VerifiedBadge verified={customer.verified} />
          <TierBadge tier={customer.tier} />
        </div>
      </div>
    </div>
  );
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const t = useT();
  const format = useFormat();
  return (
    <dl className="flex flex-col">
      {customer.externalId && (
        <Fact label={t('customers.uid')}>
          <CopyText value={customer.externalId} className="-ms-1" />
        </Fact>
      )}
      {customer.email && (
        <Fact label={t('customers.email')}>
          <span className="break-all">{customer.email}</span>
          {!customer.emailVerified && (
            <span className="block text-sm text-warning-text">{t('customers.email.unverified')}</span>
          )}
        </Fact>
      )}
      <Fact label={t('customers.language')}>{format.language(languageOf(customer.locale))}</Fact>
      {customer.country && <Fact label={t('customers.country')}>{format.country(customer.country)}</Fact>}
      {customer.timeZone && (
        <Fact label={t('customers.local_time')}>
          <LocalTime timeZone={customer.timeZone} />
        </Fact>
      )}
      {customer.page && (
        <Fact label={t(customer.online ? 'customers.page.now' : 'customers.page.last')}>
          <VisitedPage page={customer.page} />
        </Fact>
      )}
      <Fact label={t('customers.last_seen')}>
        {customer.online ? t('customers.online') : format.relativeTime(customer.lastSeenAt)}
      </Fact>
      <Fact label={t('customers.first_seen')}>{format.dateTime(customer.firstSeenAt)}</Fact>
      <Fact label={t('customers.conversations')}>{format.number(customer.conversationCount)}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-2 py-1">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function CustomerIdentities({ customer }: { customer: Customer }) {
  const t = useT();
  if (customer.identities.length === 0) return null;
  return (
    <section className="border-t border-line pt-3">
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t('customers.identities')}</h2>
      <ul>
        {customer.identities.map(({ channel, address, verified }) => (
          <li key={`${channel} ${address}`} className="flex items-center gap-2 py-0.5">
            <span className="w-16 shrink-0 text-sm text-ink-3">{channelLabel(t, channel)}</span>
            <CopyText value={address} keep={22} className="-ms-1 min-w-0" />
            {verified && (
              <span className="ms-auto shrink-0 text-success-text" title={t('customers.verified')}>
                <BadgeCheck className="size-4" aria-hidden />
                <span className="sr-only">{t('customers.verified')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CustomerCardSkeleton() {
  const t = useT();
  return (
    <div role="status">
      <span className="sr-only">{t('ui.loading')}</span>
      <div className="mb-5 flex items-center gap-3">
        <Skeleton className="size-11 rounded-full" />
        <Skeleton className="h-5 w-36" />
      </div>
      {['w-48', 'w-40', 'w-52', 'w-44', 'w-36'].map((width) => (
        <Skeleton key={width} className={cx('mb-3 h-4', width)} />
      ))}
    </div>
  );
}
