import type { CustomerSummary } from '@fairlead/contract';
import type { Translate } from '../../i18n/i18n.tsx';

/** What a customer is called on screen: the name, or for a visitor who gave none the short id. */
export function customerName(t: Translate, customer: Pick<CustomerSummary, 'id' | 'name'>): string {
  return customer.name ?? t('customers.visitor', { id: customer.id.slice(-4).toUpperCase() });
}
