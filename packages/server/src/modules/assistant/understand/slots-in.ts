import { type FlowSlots, type Locale, languageOf } from '@fairlead/contract';
import { type FoundKind, findEntities } from '@fairlead/understanding';
import { alertWish } from './alert-wish.ts';
import { contactsNamed } from './contacts-named.ts';

/** Who wrote, as far as it says when something was. */
interface Writer {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
}

/** What a customer's text names of a case, as flows take it: the first of each. Pure. */
export function slotsIn(text: string, { locale, ...moment }: Writer): FlowSlots {
  const found = findEntities(text, languageOf(locale), moment);
  const first = (kind: FoundKind) => found.find((it) => it.kind === kind && it.value !== null);
  const amount = first('amount');
  const wish = alertWish(text);
  const assets = [...found.filter((it) => it.kind === 'asset').map((it) => it.value), amount?.asset];
  const slots = {
    txid: first('txid')?.value,
    amount: amount?.value,
    // Of an alert the amount is a price, and what it is told in is not what it is about.
    asset:
      wish.alert === undefined || wish.alert === 'list' || wish.alert === 'stop'
        ? (amount?.asset ?? first('asset')?.value)
        : (assets.find((it) => it != null && it !== 'USDT') ??
          // Of networks it is what is sent.
          (wish.alert === 'networks' ? first('asset')?.value : undefined)),
    // As it was written: flows know by which names networks go.
    network: first('network')?.text,
    orderId: first('order_id')?.value,
    at: first('date')?.value,
    ...wish,
    contact: contactsNamed(
      text,
      found.flatMap((it) => (it.kind === 'phone' && it.value !== null ? [it.value] : [])),
    ),
  };
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value != null));
}
