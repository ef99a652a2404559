import type { CustomerSummary } from '@fairlead/contract';
import { BadgeCheck, CircleHelp } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';

/** Whether the exchange vouches for a customer, and their level, small enough for a line. */
export function CustomerMarks({ customer }: { customer: CustomerSummary }) {
  const t = useT();
  const word = t(customer.verified ? 'customers.verified' : 'customers.unverified');
  return (
    <>
      <span
        title={word}
        className={customer.verified ? 'shrink-0 text-success-text' : 'shrink-0 text-warning-text'}
      >
        {customer.verified ? (
          <BadgeCheck className="size-4" aria-hidden />
        ) : (
          <CircleHelp className="size-4" aria-hidden />
        )}
        <span className="sr-only">{word}</span>
      </span>
      {customer.tier !== 'standard' && (
        <span className="shrink-0 rounded-sm bg-accent-soft px-1 text-2xs leading-4 font-semibold text-accent-text ring-1 ring-accent-text/20 ring-inset">
          {t(`customers.tier.${customer.tier}`)}
        </span>
      )}
    </>
  );
}
