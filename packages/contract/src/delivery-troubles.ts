/**
 * Why a message did not reach its customer, where we say so and not the platform: the words that are kept with the message and written to
 * the log. Screens say it in their reader's language, by `deliveryTroubleOf`.
 */
export const deliveryTroubles = {
  waits_for_customer: 'it waits until the customer writes: they were told that there is an answer',
  no_address: 'no address on this channel',
  cannot_send: 'the inbox cannot send',
  timed_out: 'timed out',
  answered_gone: 'what is answered is not known',
  file_type: 'files of this type are not taken',
  file_size: 'the file is larger than is taken',
} as const;
export type DeliveryTrouble = keyof typeof deliveryTroubles;

/** Which trouble of ours the words of a failed delivery name; undefined for a platform's own words. */
export function deliveryTroubleOf(words: string): DeliveryTrouble | undefined {
  const known = Object.entries(deliveryTroubles) as Array<[DeliveryTrouble, string]>;
  return known.find(([, it]) => it === words)?.[0];
}
