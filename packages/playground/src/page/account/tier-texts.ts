import type { Customer } from '../back-end.ts';
import type { TextKey } from '../reader.ts';

/** How each tier of customers is called. */
export const tierTexts: Record<Customer['tier'], TextKey> = {
  standard: 'account.tier.standard',
  vip: 'account.tier.vip',
  pro: 'account.tier.pro',
};
