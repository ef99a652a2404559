import { type Customer, languageOf } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { hueOf } from '../../ui/initials.ts';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { customerName } from './customer-name.ts';
import { TierBadge } from './tier-badge.tsx';
import { VerifiedBadge } from './verified-badge.tsx';

/** The columns of the table of customers. */
export function useCustomerColumns(): Column<Customer>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('customers.name'),
        value: (customer) => customerName(t, customer),
        cell: (customer) => (
          <span className="flex min-w-36 items-center gap-3 sm:min-w-44">
            <Avatar name={customer.name} hue={hueOf(customer.id)} />
            <span className="min-w-0">
              <Link
                to="/customers/$customerId"
                params={{ customerId: customer.id }}
                className="block truncate rounded-sm font-medium hover:underline"
              >
                {customerName(t, customer)}
              </Link>
              {customer.email && <span className="block truncate text-xs text-ink-3">{customer.email}</span>}
            </span>
          </span>
        ),
      },
      {
        id: 'verified',
        header: t('customers.identity'),
        value: (customer) => t(customer.verified ? 'customers.verified' : 'customers.unverified'),
        cell: (customer) => (
          <span className="flex gap-1.5 max-sm:flex-col max-sm:items-start">
            <VerifiedBadge verified={customer.verified} />
            <TierBadge tier={customer.tier} />
          </span>
        ),
      },
      {
        id: 'uid',
        header: t('customers.uid'),
        value: (customer) => customer.externalId ?? '',
        from: 'md',
        cell: (customer) => <span className="font-mono text-sm text-ink-2">{customer.externalId}</span>,
      },
      {
        id: 'language',
        header: t('customers.language'),
        value: (customer) => format.language(languageOf(customer.locale)),
        from: 'md',
        cell: (customer) => format.language(languageOf(customer.locale)),
      },
      {
        id: 'country',
        header: t('customers.country'),
        value: (customer) => (customer.country ? format.country(customer.country) : ''),
        from: 'xl',
        cell: (customer) => customer.country && format.country(customer.country),
      },
      {
        id: 'conversations',
        header: t('customers.conversations'),
        value: (customer) => customer.conversationCount,
        from: 'lg',
        align: 'end',
        cell: (customer) => format.number(customer.conversationCount),
      },
      {
        id: 'seen',
        header: t('customers.last_seen'),
        from: 'md',
        value: (customer) => customer.lastSeenAt,
        align: 'end',
        cell: (customer) =>
          customer.online ? (
            <span className="inline-flex items-center gap-2">
              <PresenceDot presence="online" />
              {t('customers.online')}
            </span>
          ) : (
            <time dateTime={customer.lastSeenAt} className="whitespace-nowrap text-ink-2">
              {format.relativeTime(customer.lastSeenAt)}
            </time>
          ),
      },
    ],
    [t, format],
  );
}
