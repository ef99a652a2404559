import type { TextKey } from '../reader.ts';
import type { Order } from './paper-account.ts';

export const sideTexts: Record<Order['side'], TextKey> = { buy: 'form.buy', sell: 'form.sell' };

export const typeTexts: Record<Order['type'], TextKey> = { limit: 'form.limit', market: 'form.market' };

export const stateTexts: Record<Order['state'], TextKey> = {
  submitted: 'orders.state.submitted',
  'partial-filled': 'orders.state.partial-filled',
  filled: 'orders.state.filled',
  canceled: 'orders.state.canceled',
};
